import { describe, expect, it } from "vitest";
import { defaultDefinition } from "./default-definition.ts";
import { tierFor } from "./ladder.ts";
import { checkDefinition, tierTag } from "./policy.ts";

const usual = defaultDefinition([10_000, 30_000, 90_000], "en");

function withTier(rank: number, fields: object): unknown {
  return {
    ...usual,
    tiers: usual.tiers.map((tier, index) => (index === rank ? { ...tier, ...fields } : tier)),
  };
}

describe("checkDefinition", () => {
  it("takes the ladder that a shop starts with, in every language", () => {
    for (const locale of ["en", "de", "fr", "es", "ja", "zh-CN", "pt-BR"]) {
      expect(checkDefinition(defaultDefinition([1, 2, 3], locale)).ok).toBe(true);
    }
  });

  it.each([
    ["one tier", { ...usual, tiers: usual.tiers.slice(0, 1) }, "ladder_too_short", ["tiers"]],
    [
      "eleven tiers",
      {
        ...usual,
        tiers: Array.from({ length: 11 }, (_, rank) => ({
          key: `t${rank}`,
          name: `T${rank}`,
          enterMinor: rank,
          benefit: { kind: "none" },
        })),
      },
      "ladder_too_long",
      ["tiers"],
    ],
    [
      "a lowest tier that costs",
      withTier(0, { enterMinor: 1 }),
      "first_tier_not_free",
      ["tiers", 0, "enterMinor"],
    ],
    [
      "a threshold equal to the one below",
      withTier(2, { enterMinor: 10_000 }),
      "thresholds_not_ascending",
      ["tiers", 2, "enterMinor"],
    ],
    ["a key twice", withTier(2, { key: "silver" }), "key_taken", ["tiers", 2, "key"]],
    ["a name twice in other letters", withTier(2, { name: "SILVER " }), "name_taken", ["tiers", 2, "name"]],
    ["a key with a comma", withTier(1, { key: "a,b" }), "key_unfit", ["tiers", 1, "key"]],
    ["a key too long for a tag", withTier(1, { key: "a".repeat(41) }), "key_unfit", ["tiers", 1, "key"]],
    ["a blank name", withTier(1, { name: "  " }), "name_missing", ["tiers", 1, "name"]],
    ["half a penny", withTier(1, { enterMinor: 0.5 }), "spend_unfit", ["tiers", 1, "enterMinor"]],
    ["a negative spend", withTier(1, { enterMinor: -1 }), "spend_unfit", ["tiers", 1, "enterMinor"]],
    [
      "more than all off",
      withTier(1, { benefit: { kind: "percentage", basisPoints: 10_001 } }),
      "percentage_unfit",
      ["tiers", 1, "benefit", "basisPoints"],
    ],
    ["no window", { tiers: usual.tiers }, "unreadable", ["window"]],
  ])("refuses %s", (_, input, code, path) => {
    const checked = checkDefinition(input);
    expect(checked.ok ? [] : checked.error).toContainEqual({ code, path });
  });
});

describe("tierFor", () => {
  it.each([
    [0, "member"],
    [9_999, "member"],
    [10_000, "silver"],
    [89_999, "gold"],
    [90_000, "platinum"],
    [9_000_000, "platinum"],
  ])("of %i is %s", (spend, key) => {
    expect(tierFor(usual, spend).tier.key).toBe(key);
  });
});

it("makes a tag of prefix and key", () => {
  expect(tierTag("tier:", { key: "gold" })).toBe("tier:gold");
});
