import { expect, it } from "vitest";
import { toDay } from "#app/platform/time.ts";
import { replayDays } from "./replay-days.ts";

it("has the ends of the twelve months before, short and leap months too", () => {
  expect(replayDays(toDay("2024-03-31"))).toEqual([
    "2023-03-31",
    "2023-04-30",
    "2023-05-31",
    "2023-06-30",
    "2023-07-31",
    "2023-08-31",
    "2023-09-30",
    "2023-10-31",
    "2023-11-30",
    "2023-12-31",
    "2024-01-31",
    "2024-02-29",
  ]);
});

it("ends before today on the first of a month", () => {
  expect(replayDays(toDay("2026-11-01")).at(-1)).toBe("2026-10-31");
});
