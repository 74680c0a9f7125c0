import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelOf } from "./model-of.ts";
import { MODEL_NAMES, type Known, type ModelName } from "./purchase-model.ts";

/** CDNOW's sample, in weeks (Fader, Hardie & Lee 2005). */
const CDNOW = {
  bgnbd: { r: 0.24259452, alpha: 4.41360202, a: 0.79292202, b: 2.42590678 },
  mbgnbd: { r: 0.52484316, alpha: 6.18308528, a: 0.89135939, b: 1.614002242 },
  paretonbd: { r: 0.553277, alpha: 10.577683, s: 0.60624, beta: 11.668736 },
  nbd: { r: 0.384766, alpha: 12.07202 },
} as const;

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

const known = fc
  .record({ x: fc.nat(1000), gap: fc.nat(300), silent: fc.nat(2000) })
  .map(({ x, gap, silent }): Known => ({
    x,
    tx: x === 0 ? 0 : x + gap,
    T: (x === 0 ? 0 : x + gap) + silent,
  }));
const size = fc.double({ min: -5, max: 5, noNaN: true }).map((log) => 10 ** log);
const parameters = fc.record({ r: size, alpha: size, a: size, b: size, s: size, beta: size });

describe("the chances of at least so many purchases", () => {
  it.each(MODEL_NAMES)("of %s add up to the purchases expected", (name) => {
    const model = modelOf(name, CDNOW[name]);
    for (const each of [
      { x: 0, tx: 0, T: 38.86 },
      { x: 2, tx: 30.43, T: 38.86 },
      { x: 26, tx: 30.86, T: 31 },
    ]) {
      const chances = model.atLeast(each, 39, 1000);
      const expected = model.expected(each, 39);
      // What is too unlikely to be counted is missing; Pareto/NBD's lives are a rule of nine points.
      expect(Math.abs(sum(chances) - expected)).toBeLessThan(
        2e-4 + expected * (name === "paretonbd" ? 2e-3 : 1e-5),
      );
    }
  });

  it("of Pareto/NBD are none where everybody is lost within a moment", () => {
    const hasty = modelOf("paretonbd", { r: 1, alpha: 73, s: 1e5, beta: 1 });
    expect(hasty.alive({ x: 0, tx: 0, T: 9 })).toBe(0);
    expect(hasty.atLeast({ x: 0, tx: 0, T: 9 }, 1, 366).every((chance) => chance === 0)).toBe(true);
  });

  it("of one NBD customer are the negative binomial's", () => {
    // Rate Gamma(1, 1) over a time of 1: the geometric distribution with 1/2.
    const chances = modelOf("nbd", { r: 1, alpha: 1 }).atLeast({ x: 0, tx: 0, T: 0 }, 1, 5);
    expect(chances).toHaveLength(5);
    chances.forEach((chance, index) => expect(chance).toBeCloseTo(0.5 ** (index + 1), 12));
  });

  it.each<ModelName>([...MODEL_NAMES])(
    "of %s are chances and fall, whatever the customer and the model",
    (name) => {
      fc.assert(
        fc.property(known, parameters, fc.integer({ min: 1, max: 730 }), (each, values, t) => {
          const chances = modelOf(name, values).atLeast(each, t, 366);
          expect(chances.length).toBeLessThanOrEqual(366);
          chances.forEach((chance, n) => {
            expect(chance).toBeGreaterThanOrEqual(0);
            expect(chance).toBeLessThanOrEqual((chances[n - 1] ?? 1) + 1e-9);
          });
        }),
      );
    },
  );
});
