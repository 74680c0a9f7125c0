import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceToBuy } from "./chance-to-buy.ts";
import { modelOf } from "./model-of.ts";
import { MODEL_NAMES, type ModelName } from "./purchase-model.ts";

const PARAMETERS = { r: 0.55, alpha: 10.6, a: 0.8, b: 2.4, s: 0.6, beta: 11.7 };

const positive = (max: number) => fc.double({ min: 0.05, max, noNaN: true });
const anyParameters = fc.record({
  r: positive(5),
  alpha: positive(200),
  a: positive(5),
  b: positive(10),
  s: positive(3),
  beta: positive(500),
});
const anyKnown = fc
  .record({ x: fc.integer({ min: 0, max: 50 }), at: positive(1), T: positive(900) })
  .map(({ x, at, T }) => ({ x, tx: x === 0 ? 0 : at * T, T }));

/** A chance in [0, 1) after a chance: the same at every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A new customer's life as each model tells it, by numbers drawn: did she buy between from and until? */
function boughtIn(model: ModelName, next: () => number, from: number, until: number): boolean {
  const { alpha, beta } = PARAMETERS;
  const exponential = (rate: number) => -Math.log(1 - next()) / rate;
  // Gamma(1), so that it is drawn by one logarithm: r and s are 1 here, a and b too.
  const rate = exponential(alpha);
  const loss = next();
  const end = model === "paretonbd" ? exponential(exponential(beta)) : Infinity;
  const lossy = model === "bgnbd" || model === "mbgnbd";
  if (model === "mbgnbd" && next() < loss) return false;
  for (let at = exponential(rate); at < Math.min(until, end); at += exponential(rate)) {
    if (at >= from) return true;
    if (lossy && next() < loss) return false;
  }
  return false;
}

describe("chanceToBuy", () => {
  it.each(MODEL_NAMES)("is how often customers buy who are drawn by %s", (name) => {
    const model = modelOf(name, { ...PARAMETERS, r: 1, a: 1, b: 1, s: 1 });
    const next = draws(7);
    const customers = 200_000;
    let bought = 0;
    for (let each = 0; each < customers; each += 1) bought += boughtIn(name, next, 9, 30) ? 1 : 0;
    const expected = chanceToBuy(model, { x: 0, tx: 0, T: 0 }, 9, 30);
    expect(expected).toBeGreaterThan(0.1);
    expect(Math.abs(bought / customers - expected)).toBeLessThan(0.005);
  });

  it.each(MODEL_NAMES)(
    "of %s is a chance, no more than the purchases to expect and 0 for no time",
    (name) => {
      fc.assert(
        fc.property(
          anyParameters,
          anyKnown,
          positive(300),
          positive(300),
          (parameters, known, from, span) => {
            const model = modelOf(name, parameters);
            const chance = chanceToBuy(model, known, from, from + span);
            const purchases = model.expected(known, from + span) - model.expected(known, from);
            expect(chance).toBeGreaterThanOrEqual(0);
            expect(chance).toBeLessThanOrEqual(Math.min(1, purchases * (1 + 1e-6)) + 1e-9);
            expect(chanceToBuy(model, known, from, from)).toBeCloseTo(0, 12);
          },
        ),
      );
    },
  );

  it.each(MODEL_NAMES)("of %s in a longer time is no smaller, and nears P(alive) from now on", (name) => {
    const model = modelOf(name, PARAMETERS);
    const known = { x: 3, tx: 20, T: 30 };
    const chances = [1, 10, 100, 10_000].map((until) => chanceToBuy(model, known, 0, until));
    expect(chances).toEqual(chances.toSorted((one, other) => one - other));
    // With Pareto/NBD she may be lost before she buys again.
    if (name !== "paretonbd") expect(chances.at(-1)).toBeCloseTo(model.alive(known), 3);
  });
});
