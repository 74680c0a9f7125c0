import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasTag, ownTags, sameTags, tagDifference } from "./tags.ts";

const known = ["tier:member", "tier:silver", "tier:gold"];

describe("ownTags", () => {
  it.each([
    ["only ours", ["tier:gold", "VIP", "wholesale"], [], ["tier:gold"]],
    ["ours in another case", ["Tier:Gold"], [], ["Tier:Gold"]],
    [
      "what we wrote before the ladder changed",
      ["tier:bronze", "tier:gold"],
      ["tier:bronze"],
      ["tier:bronze", "tier:gold"],
    ],
    ["not a stranger's tag that looks like ours", ["tier:wholesale"], [], []],
  ])("finds %s", (_case, tags, written, expected) => {
    expect(ownTags(tags, written, known)).toEqual(expected);
  });
});

describe("tagDifference", () => {
  const tags = fc.uniqueArray(fc.constantFrom(...known, "rfm:loyal", "rfm:new"));

  it("leads from one set to the other", () => {
    fc.assert(
      fc.property(tags, tags, (before, after) => {
        const { add, remove } = tagDifference(before, after);
        const result = [...before.filter((tag) => !hasTag(remove, tag)), ...add];
        expect(sameTags(result, after)).toBe(true);
      }),
    );
  });
});
