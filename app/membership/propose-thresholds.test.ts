import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeThresholds } from "./propose-thresholds.ts";

describe("proposeThresholds", () => {
  it.each([
    ["pounds", "GBP", [10_312, 48_790, 151_000], [10_000, 50_000, 150_000]],
    ["yen", "JPY", [10_312, 48_790, 151_000], [10_000, 50_000, 150_000]],
    ["a shop where all spend the same", "GBP", [2_000, 2_000, 2_000], [2_000, 2_500, 3_000]],
    ["spends below a pound", "GBP", [10, 20, 30], [100, 200, 300]],
    ["a shop without buyers", "GBP", [], [10_000, 30_000, 100_000]],
    ["a shop without buyers, in yen", "JPY", [], [10_000, 30_000, 100_000]],
  ])("makes round thresholds of %s", (_, currency, spends, expected) => {
    expect(proposeThresholds(spends, currency).map((each) => each.enterMinor)).toEqual(expected);
  });

  it("says what each threshold comes from", () => {
    expect(proposeThresholds([10_312, 48_790, 151_000], "GBP")[0]).toEqual({
      share: 0.4,
      spendMinor: 10_312,
      enterMinor: 10_000,
    });
  });

  it("always ascends, in whole units of the currency", () => {
    const spend = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(fc.tuple(spend, spend, spend), fc.constantFrom("GBP", "JPY", "KWD"), (spends, currency) => {
        const [first = 0, second = 0, third = 0] = proposeThresholds(
          spends.toSorted((a, b) => a - b),
          currency,
        ).map((each) => each.enterMinor);
        expect(0 < first && first < second && second < third).toBe(true);
        expect((first + second + third) % (currency === "GBP" ? 100 : 1)).toBe(0);
      }),
    );
  });
});
