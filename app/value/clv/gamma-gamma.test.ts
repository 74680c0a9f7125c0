import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedAmount, gammaGammaLikelihood } from "./gamma-gamma.ts";

const CDNOW = { p: 6.25, q: 3.74, v: 15.44 };
const size = fc.double({ min: 0.01, max: 1000, noNaN: true });

describe("Gamma-Gamma", () => {
  it.each([
    [22.35, 2, 24.66371391],
    [11.77, 1, 18.91685206],
    [0, 0, 35.2189781],
    [73.74, 7, 71.4696709],
    [100, 3, 91.74034435],
    [5, 10, 6.269160025],
  ])("expects of a mean of %s over %s purchases %s (BTYD)", (mean, x, value) => {
    expect(expectedAmount(CDNOW, { x, mean }, 0)).toBeCloseTo(value, 7);
  });

  it("takes the other mean where the model has none", () => {
    expect(expectedAmount({ p: 2, q: 0.9, v: 10 }, { x: 0, mean: 0 }, 12.5)).toBe(12.5);
  });

  it("has the gradient that differences have", () => {
    const spends = [
      { x: 1, mean: 12 },
      { x: 7, mean: 80 },
    ];
    const { gradient } = gammaGammaLikelihood(spends, CDNOW);
    for (const key of ["p", "q", "v"] as const) {
      const at = (step: number) => gammaGammaLikelihood(spends, { ...CDNOW, [key]: CDNOW[key] + step }).value;
      expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(gradient[key], 6);
    }
  });

  it("expects a finite amount above zero of every customer", () => {
    fc.assert(
      fc.property(size, size, size, fc.nat(1000), size, (p, q, v, x, mean) => {
        const amount = expectedAmount({ p, q, v }, { x, mean }, 1);
        expect(amount).toBeGreaterThan(0);
        expect(amount).toBeLessThan(Infinity);
        const { value } = gammaGammaLikelihood([{ x: x + 1, mean }], { p, q, v });
        expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
