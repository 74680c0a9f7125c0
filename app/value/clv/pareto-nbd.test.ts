import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paretoNbdLikelihood, paretoNbdModel } from "./pareto-nbd.ts";

const CDNOW = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const known = (x: number, tx: number, T: number) => ({ x, tx, T });
const size = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
const params = fc.record({ r: size(100), alpha: size(1000), s: size(100), beta: size(1000) });
const history = fc
  .record({ x: fc.nat(1000), share: fc.double({ min: 0, max: 1, noNaN: true }), T: size(2000) })
  .map(({ x, share, T }) => known(x, x === 0 ? 0 : share * T, T));

describe("Pareto/NBD", () => {
  it("has the points of BTYD", () => {
    const model = paretoNbdModel(CDNOW);
    const best = known(26, 30.857142857, 31);
    expect(model.expected({ x: 0, tx: 0, T: 0 }, 52)).toBeCloseTo(1.472996803, 8);
    expect(model.expected(best, 52)).toBeCloseTo(25.45733844, 7);
    expect(model.alive(best)).toBeCloseTo(0.9978742606, 9);
    expect(model.alive(known(0, 0, 39))).toBeCloseTo(0.294467031, 9);
  });

  it.each([
    [known(132, 200, 200), 6.206051788963242],
    [known(133, 200, 200), 6.252872247574811],
  ])("expects of %o, where 2F1 underflows, %s (lifetimes)", (customer, value) => {
    const model = paretoNbdModel({ r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 });
    expect(model.expected(customer, 10)).toBeCloseTo(value, 10);
  });

  it("has the gradient that differences have", () => {
    const rows = [known(0, 0, 30), known(1, 4, 30), known(9, 25, 31)].map((row) => ({ ...row, weight: 3 }));
    const { gradient } = paretoNbdLikelihood(rows, CDNOW);
    for (const key of ["r", "alpha", "s", "beta"] as const) {
      const at = (step: number) => paretoNbdLikelihood(rows, { ...CDNOW, [key]: CDNOW[key] + step }).value;
      expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(gradient[key], 6);
    }
  });

  it("says something finite of every customer: alive in [0, 1], never more than without dropout", () => {
    fc.assert(
      fc.property(params, history, size(600), (given, customer, t) => {
        const model = paretoNbdModel(given);
        expect(model.alive(customer)).toBeGreaterThanOrEqual(0);
        expect(model.alive(customer)).toBeLessThanOrEqual(1);
        const without = ((given.r + customer.x) / (given.alpha + customer.T)) * t;
        expect(model.expected(customer, t)).toBeGreaterThanOrEqual(0);
        expect(model.expected(customer, t)).toBeLessThanOrEqual(without * (1 + 1e-9));
        const { value } = paretoNbdLikelihood([{ ...customer, weight: 1 }], given);
        expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
