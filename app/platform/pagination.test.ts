import { describe, expect, it } from "vitest";
import { cutPage, type PageOf, type Place } from "./pagination.ts";

describe("cutPage", () => {
  it.each<[string, number[], Place, PageOf<number>]>([
    ["the only page", [1, 2], {}, { rows: [1, 2], next: null, previous: null }],
    ["a full page that is all", [1, 2, 3], {}, { rows: [1, 2, 3], next: null, previous: null }],
    ["the first of many", [1, 2, 3, 4], {}, { rows: [1, 2, 3], next: "3", previous: null }],
    ["one in the middle", [4, 5, 6, 7], { after: "3" }, { rows: [4, 5, 6], next: "6", previous: "4" }],
    ["the last", [7, 8], { after: "6" }, { rows: [7, 8], next: null, previous: "7" }],
    ["back in the middle", [6, 5, 4, 3], { before: "7" }, { rows: [4, 5, 6], next: "6", previous: "4" }],
    ["back at the first", [3, 2, 1], { before: "4" }, { rows: [1, 2, 3], next: "3", previous: null }],
    ["nothing", [], { after: "9" }, { rows: [], next: null, previous: null }],
  ])("makes %s", (_, read, place, page) => {
    expect(cutPage(read, 3, place, String)).toEqual(page);
  });
});
