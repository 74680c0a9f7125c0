import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUT_METHODS, cutsAt, cutsBy } from "./cut-methods.ts";
import { scoreOf, type ScoreCount } from "./score.ts";

const value = fc.integer({ min: 0, max: 40 });
const method = fc.constantFrom(...CUT_METHODS);
const count = fc.constantFrom<ScoreCount>(3, 4, 5);

describe("cutsBy", () => {
  it.each([
    ["quantile", "into parts of as many customers", [1, 2, 3, 4, 5, 6], [1, 1, 2, 2, 3, 3]],
    ["mean", "above (1 + 2 + 3 + 10) / 4 = 4", [1, 2, 3, 10], [1, 1, 1, 3]],
    ["mean", "a value that is the mean is low", [1, 2, 3], [1, 1, 3]],
    ["mean", "all equal: nobody is above", [7, 7, 7], [1, 1, 1]],
    ["median", "above the middle value", [1, 2, 30], [1, 1, 3]],
    ["median", "above the mean of the middle two", [1, 2, 3, 30], [1, 1, 3, 3]],
    ["median", "most of them equal to it", [1, 1, 1, 2], [1, 1, 1, 3]],
    ["pareto", "50 + 30 of 100 are enough", [5, 50, 15, 30], [1, 3, 1, 3]],
    ["pareto", "15 is still needed after 50 + 29", [6, 50, 15, 29], [1, 3, 3, 3]],
    ["pareto", "equal values are in together", [40, 30, 10, 10, 10], [3, 3, 3, 3, 3]],
    ["pareto", "one alone", [3], [3]],
  ] as const)("%s: %s (by the definition)", (by, _, values, expected) => {
    const cuts = cutsBy(by, values, values, 3);
    expect(values.map((each) => scoreOf(cuts, each))).toEqual(expected);
  });

  it("takes as high those most recent who together bring 80 % of the money", () => {
    const days = [-1, -2, -3, -4];
    const cuts = cutsBy("pareto", days, [100, 600, 100, 200], 5);
    expect(days.map((each) => scoreOf(cuts, each))).toEqual([5, 5, 5, 1]);
  });

  it("cuts nobody into nothing", () => {
    for (const by of CUT_METHODS) expect(cutsBy(by, [], [], 5)).toEqual([]);
  });

  it("scores from 1 to the count, the better value never worse", () => {
    fc.assert(
      fc.property(method, count, fc.array(value, { minLength: 1 }), value, value, (by, n, values, a, b) => {
        const cuts = cutsBy(by, values, values, n);
        const [low, high] = [scoreOf(cuts, Math.min(a, b)), scoreOf(cuts, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(1);
        expect(high).toBeLessThanOrEqual(n);
      }),
    );
  });

  it("by Pareto, high ones bring 80 % of the money and would not without the least of them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.integer({ min: 1, max: 99 })), { minLength: 1 }),
        (customers) => {
          const values = customers.map(([metric]) => metric);
          const cuts = cutsBy(
            "pareto",
            values,
            customers.map(([, money]) => money),
            5,
          );
          const high = customers.filter(([metric]) => scoreOf(cuts, metric) === 5);
          const least = Math.min(...high.map(([metric]) => metric));
          const broughtBy = (some: readonly (readonly [number, number])[]): number =>
            some.reduce((total, [, money]) => total + money, 0);
          expect(broughtBy(high) * 5).toBeGreaterThanOrEqual(broughtBy(customers) * 4);
          const without = high.filter(([metric]) => metric > least);
          expect(broughtBy(without) * 5).toBeLessThan(broughtBy(customers) * 4);
        },
      ),
    );
  });
});

describe("cutsAt", () => {
  it("scores a value by the limits it reaches (by the definition)", () => {
    const cuts = cutsAt([-365, -180, -90, -30]);
    expect([-366, -365, -180, -91, -30, 0].map((each) => scoreOf(cuts, each))).toEqual([1, 2, 3, 3, 5, 5]);
  });

  it.each([[[1, 2, 3]], [[1, 2, 2, 3]], [[4, 3, 2, 1]], [[1, 2, 3, NaN]], [[1, 2, 3, 4, 5]]])(
    "refuses %j",
    (limits) => {
      expect(() => cutsAt(limits)).toThrow(RangeError);
    },
  );
});
