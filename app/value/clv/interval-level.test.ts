import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intervalCoverage, intervalLevel, isHeld } from "./interval-level.ts";
import { endingOf, moneyInterval } from "./money-interval.ts";
import { moneyModel } from "./money-model.ts";

/** Customers who surely buy, spread evenly over the model's distribution but for the share `out` at its two ends. */
function endings(count: number, out: number) {
  return Array.from({ length: count }, (_, index) => {
    const place = (index + 0.5) / count;
    if (place < out / 2) return { nothing: 0, below: 0.001 };
    if (place > 1 - out / 2) return { nothing: 0, below: 0.999 };
    return { nothing: 0, below: (place - out / 2) / (1 - out) };
  });
}

describe("intervalLevel", () => {
  it.each([
    ["a model that is right", endings(1000, 0), 0.8],
    ["one that is too sure of itself", endings(1000, 0.1), 0.89],
    ["one that is much too sure", endings(1000, 0.5), 0.99],
    [
      "one that is not sure enough",
      endings(1000, 0).map(({ below }) => ({ nothing: 0, below: 0.25 + below / 2 })),
      0.5,
    ],
    ["too few to tell", endings(99, 0.5), 0.8],
    ["nobody who is likely to buy", endings(1000, 0).map(() => ({ nothing: 0.995, below: 0.995 })), 0.8],
  ])("of %s", (_, all, level) => {
    expect(intervalLevel(all)).toBeCloseTo(level, 9);
  });
});

it("knows what is held as the interval itself does", () => {
  const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(chance, { minLength: 1, maxLength: 8 }).map((chances) => chances.toSorted((a, b) => b - a)),
      fc.integer({ min: 50, max: 99 }).map((percent) => percent / 100),
      fc.oneof(fc.constant(0), fc.double({ min: 5, max: 1e5, noNaN: true })),
      (atLeast, level, made) => {
        const money = moneyModel({ p: 6.25, q: 3.74, v: 15.44 }, 35);
        const spend = { x: 2, mean: 40 };
        const { low, high } = moneyInterval(atLeast, money, spend, level);
        // Where an end of the interval was found by halving, it is a hair off.
        fc.pre(
          [low, high].every((end) => end === 0 || Math.abs(Math.log(Math.max(made, 1e-9) / end)) > 1e-4),
        );
        const held = made >= low && made <= high;
        expect(isHeld(endingOf(atLeast, money, spend, made), level)).toBe(held);
      },
    ),
  );
});

it("measures each half of the customers by the level that the other half told", () => {
  const { all, open } = intervalCoverage([...endings(2000, 0.1), { nothing: 0.995, below: 1 }]);
  expect(open.customers).toBe(2000);
  expect(open.held).toBeCloseTo(0.8, 2);
  expect(open.promised).toBeCloseTo(0.8, 9);
  expect(all.customers).toBe(2001);
  expect(all.held).toBeLessThan(open.held);
});
