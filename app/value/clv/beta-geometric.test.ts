import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { betaGeometricLikelihood, betaGeometricModel, type BetaGeometric } from "./beta-geometric.ts";

const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const bgnbd = betaGeometricModel(CDNOW, "repeat");
const mbgnbd = betaGeometricModel({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, "first");
const known = (x: number, tx: number, T: number) => ({ x, tx, T });

const params4 = z.tuple([z.coerce.number(), z.coerce.number(), z.coerce.number(), z.coerce.number()]);

const pointSchema = z.object({
  params: params4,
  x: z.coerce.number(),
  t_x: z.coerce.number(),
  T: z.coerce.number(),
  t: z.coerce.number(),
  cond_expected: z.coerce.number(),
  p_alive: z.coerce.number(),
});

const newSchema = z.object({
  params: params4,
  expected_new_customer: z.record(z.coerce.number(), z.coerce.number()),
});

// mpmath 1.2.1 with 40 digits.
const exact = z
  .object({ bgnbd: z.array(pointSchema.or(newSchema)) })
  .parse(JSON.parse(readFileSync("tests/fixtures/clv/special-functions.json", "utf8"))).bgnbd;
const points = exact.filter((each) => "x" in each);
const newcomers = exact.filter((each) => "expected_new_customer" in each);

const modelOf = ([r, alpha, a, b]: z.infer<typeof params4>) =>
  betaGeometricModel({ r, alpha, a, b }, "repeat");

const size = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
const params = fc.record({ r: size(100), alpha: size(1000), a: size(1000), b: size(1000) });
const history = fc
  .record({ x: fc.nat(1000), share: fc.double({ min: 0, max: 1, noNaN: true }), T: size(2000) })
  .map(({ x, share, T }) => known(x, x === 0 ? 0 : share * T, T));
const from = fc.constantFrom("repeat", "first");

describe("BG/NBD and MBG/NBD", () => {
  it.each(points)("expects $cond_expected of x $x, t_x $t_x, T $T in $t, $params (mpmath)", (point) => {
    const model = modelOf(point.params);
    const customer = known(point.x, point.t_x, point.T);
    expect(model.alive(customer) / point.p_alive).toBeCloseTo(1, 9);
    expect(model.expected(customer, point.t) / point.cond_expected).toBeCloseTo(1, 9);
  });

  it.each(newcomers)("expects of a new customer $expected_new_customer, $params (mpmath)", (point) => {
    for (const [t, value] of Object.entries(point.expected_new_customer)) {
      expect(modelOf(point.params).expected({ x: 0, tx: 0, T: 0 }, Number(t)) / value).toBeCloseTo(1, 9);
    }
  });

  it.each([
    ["repeat", known(0, 0, 40), -0.59947382, 8],
    ["repeat", known(200, 38, 40), 100.7957, 4],
    ["first", known(0, 0, 40), -0.41792826, 8],
    ["first", known(200, 38, 40), 100.7869, 4],
  ] as const)(
    "likelihood, lost from the %s purchase, %o: %s (pymc-marketing)",
    (lost, row, value, digits) => {
      const given = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 };
      const found = betaGeometricLikelihood([{ ...row, weight: 1 }], lost)(given);
      expect(found.value).toBeCloseTo(value, digits);
    },
  );

  it.each([
    [known(2, 30.43, 38.86), 0.7265785701],
    [known(0, 0, 39), 1],
    [known(1, 16, 32), 0.5984020826],
    [known(26, 30.857142857142858, 31), 0.9688515629],
    [known(7, 1, 39), 3.005155867e-6],
    [known(1000, 10, 100), 0],
  ])("BG/NBD: P(alive) of %o is %s (BTYD, lifetimes)", (customer, value) => {
    expect(bgnbd.alive(customer)).toBeCloseTo(value, 10);
  });

  it.each([
    [1, 0.05326789117],
    [13, 0.5344395411],
    [26, 0.9026369032],
    [39, 1.196723193],
    [52, 1.446050595],
    [78, 1.860519058],
  ])("BG/NBD: in %s weeks a new customer makes %s purchases (BTYD)", (weeks, value) => {
    expect(bgnbd.expected({ x: 0, tx: 0, T: 0 }, weeks)).toBeCloseTo(value, 8);
  });

  it("MBG/NBD: points of BTYDplus", () => {
    expect(mbgnbd.alive(known(0, 0, 39))).toBeCloseTo(0.3893476487, 9);
    expect(mbgnbd.alive(known(2, 30.43, 38.86))).toBeCloseTo(0.7062022651, 9);
    expect(mbgnbd.expected(known(2, 30.43, 38.86), 39)).toBeCloseTo(1.262960623, 8);
    expect(mbgnbd.expected(known(0, 0, 38.86), 39)).toBeCloseTo(0.1540127467, 9);
    // BTYDplus says 1.419717363; its closed form by mpmath is this.
    expect(mbgnbd.expected({ x: 0, tx: 0, T: 0 }, 52)).toBeCloseTo(1.41972375771274, 12);
  });

  it("has the gradient that differences have", () => {
    const rows = [known(0, 0, 30), known(1, 4, 30), known(9, 25, 31)].map((row) => ({ ...row, weight: 3 }));
    for (const lost of ["repeat", "first"] as const) {
      const { gradient } = betaGeometricLikelihood(rows, lost)(CDNOW);
      for (const key of ["r", "alpha", "a", "b"] as const) {
        const at = (step: number) =>
          betaGeometricLikelihood(rows, lost)({ ...CDNOW, [key]: CDNOW[key] + step }).value;
        expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(gradient[key], 6);
      }
    }
  });

  it("says something finite of every customer: alive in [0, 1], never more than without dropout", () => {
    fc.assert(
      fc.property(params, history, size(600), from, (given: BetaGeometric, customer, t, lost) => {
        const model = betaGeometricModel(given, lost);
        const alive = model.alive(customer);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        const without = ((given.r + customer.x) / (given.alpha + customer.T)) * t;
        expect(model.expected(customer, t)).toBeGreaterThanOrEqual(0);
        expect(model.expected(customer, t)).toBeLessThanOrEqual(without * (1 + 1e-9));
        const { value } = betaGeometricLikelihood([{ ...customer, weight: 1 }], lost)(given);
        expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
