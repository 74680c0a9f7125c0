import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutsOf, scoreOf } from "./score.ts";

describe("scoreOf", () => {
  it.each([
    ["ten different values", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    ["half of them equal", [1, 1, 1, 1, 1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 3, 4, 4, 5, 5]],
    ["all equal", [7, 7, 7], [1, 1, 1]],
    ["one alone", [3], [1]],
  ])("cuts %s", (_, values, expected) => {
    const cuts = cutsOf(values);
    expect(values.map((value) => scoreOf(cuts, value))).toEqual(expected);
  });

  it.each([
    [3, [1, 1, 1, 2, 2, 2, 3, 3, 3]],
    [4, [1, 1, 1, 2, 2, 3, 3, 4, 4]],
  ] as const)("cuts nine values into %i parts", (count, expected) => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const cuts = cutsOf(values, count);
    expect(values.map((value) => scoreOf(cuts, value))).toEqual(expected);
  });

  it("gives a value that is new to the cuts the score of its place", () => {
    const cuts = cutsOf([10, 20, 30, 40, 50]);
    expect([5, 25, 99].map((value) => scoreOf(cuts, value))).toEqual([1, 2, 5]);
    expect(scoreOf(cutsOf([]), 5)).toBe(1);
  });

  it("never gives the better value the worse score", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), fc.integer(), fc.integer(), (values, a, b) => {
        const cuts = cutsOf(values);
        expect(scoreOf(cuts, Math.max(a, b))).toBeGreaterThanOrEqual(scoreOf(cuts, Math.min(a, b)));
      }),
    );
  });
});
