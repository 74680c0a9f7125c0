import { describe, expect, it } from "vitest";
import { defaultDefinition } from "#app/membership/default-definition.ts";
import { sampleSpend } from "./sample-spend.ts";
import { spendSteps, topShare } from "./spend-steps.ts";

const bins = [
  { fromMinor: 0, customers: 60 },
  { fromMinor: 50, customers: 30 },
  { fromMinor: 100, customers: 10 },
];
const tier = (key: string, customers: number) => ({ key, customers, rises: 0, falls: 0 });

describe("the histogram of spend", () => {
  it("ends with a corner that closes the last bin", () => {
    expect(spendSteps(bins)).toEqual([...bins, { fromMinor: 150, customers: 10 }]);
  });

  it("is empty without bins", () => {
    expect(spendSteps([])).toEqual([]);
  });

  it.each([
    [bins, 5, 0.05],
    [bins, 0, 0],
    [[], 0, 0],
  ])("finds the share of buyers in the highest tier (%#)", (given, customers, share) => {
    expect(topShare({ bins: given, tiers: [tier("member", 400), tier("gold", customers)] })).toBe(share);
  });
});

describe("the sample shopper", () => {
  it("is half-way between two tiers in the middle of the ladder", () => {
    expect(sampleSpend(defaultDefinition([10_000, 30_001, 100_000], "en"))).toBe(20_000);
  });
});
