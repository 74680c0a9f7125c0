import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compress, type History } from "./compress.ts";
import { fitPurchases, thinHistory } from "./fit-purchases.ts";
import { MODEL_NAMES } from "./purchase-model.ts";

const regulars = Array.from({ length: 60 }, (_, index): History => {
  const frequency = 1 + (index % 9);
  return { frequency, recencyDays: 350 - index / 60, ageDays: 360 };
}).map((each) => ({ ...each, recencyDays: Math.round(each.recencyDays) }));

const history = fc
  .record({ frequency: fc.nat(1000), recencyDays: fc.integer({ min: 1, max: 500 }), more: fc.nat(500) })
  .map(({ frequency, recencyDays, more }): History => {
    return { frequency, recencyDays: frequency === 0 ? 0 : recencyDays, ageDays: recencyDays + more };
  });

describe("thinHistory", () => {
  it.each([
    [49, 49, { customers: 49, repeatCustomers: 49 }],
    [90, 29, { customers: 90, repeatCustomers: 29 }],
    [50, 30, undefined],
  ])("of %s customers, %s of them with a repeat purchase", (customers, repeats, thin) => {
    const histories = Array.from({ length: customers }, (_, index) => {
      return index < repeats
        ? { frequency: 1, recencyDays: 3, ageDays: 9 }
        : { frequency: 0, recencyDays: 0, ageDays: 9 };
    });
    expect(thinHistory(compress(histories, 1).rows)).toEqual(thin);
  });
});

describe("fitPurchases", () => {
  it.each(["bgnbd", "mbgnbd", "paretonbd"] as const)(
    "%s falls back to nbd where nobody is ever lost, and says why",
    (name) => {
      const { fitted, fallback } = fitPurchases(compress(regulars, 7).rows, name);
      expect(fitted.model).toBe("nbd");
      expect(fallback).toMatchObject({ from: name, to: "nbd" });
      expect(fallback?.reason).toMatch(/^no_(gain|dropout)$/);
    },
  );

  it("says something finite of whatever shop", () => {
    const shop = fc.array(history, { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(shop, fc.constantFrom(...MODEL_NAMES), (histories, name) => {
        const { rows } = compress([...histories, ...regulars.slice(0, 3)], 7);
        const { fitted } = fitPurchases(rows, name);
        expect(Number.isFinite(fitted.logLikelihood)).toBe(true);
        for (const row of rows) {
          expect(fitted.alive(row)).toBeGreaterThanOrEqual(0);
          expect(fitted.alive(row)).toBeLessThanOrEqual(1);
          expect(fitted.expected(row, 52)).toBeGreaterThanOrEqual(0);
          expect(fitted.expected(row, 52)).toBeLessThan(Infinity);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
