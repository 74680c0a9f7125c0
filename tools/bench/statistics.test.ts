import { describe, expect, it } from "vitest";
import { median, quantile } from "./statistics.ts";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe("quantiles", () => {
  it.each([
    [0.01, 1],
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])("finds the value of share %d in any order of values", (share, value) => {
    expect(quantile(hundred, share)).toBe(value);
  });

  it("takes the middle one as the median, not the mean", () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([9, 1])).toBe(1);
  });

  it("refuses to tell a figure of nothing", () => {
    expect(() => median([])).toThrow("Nothing was measured");
  });
});
