import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, toDay } from "#app/platform/time.ts";
import { dueOf, productRhythm, type Bought } from "./due.ts";

const start = toDay("2026-01-01");
/** Bought on so many days, the last of them so many days after the first. */
const bought = (purchaseDays: number, days: number): Bought => ({
  purchaseDays,
  firstDay: start,
  lastDay: addDays(start, days),
});
const monthly = { buyers: 100, repeaters: 60, typicalDays: 30 };
const seldom = { buyers: 1_000, repeaters: 60, typicalDays: 30 };
const rare = { buyers: 20, repeaters: 19, typicalDays: 30 };

describe("dueOf", () => {
  it.each([
    ["one gap weighs a third", bought(2, 60), monthly, 40],
    ["two gaps weigh half", bought(3, 120), monthly, 45],
    ["many gaps weigh almost all", bought(19, 18 * 60), monthly, 57],
    ["her own gaps alone, where the product has none", bought(3, 50), null, 25],
    ["once, of a product that most buy again", bought(1, 0), monthly, 30],
    ["twice, of a product that few buy again", bought(2, 30), seldom, 30],
  ])("%s", (_name, each, product, gapDays) => {
    expect(dueOf(each, product, each.lastDay)).toEqual({
      gapDays,
      dueDay: addDays(each.lastDay, gapDays),
    });
  });

  it.each([
    ["once, of a product that few buy again", bought(1, 0), seldom],
    ["once, of a product that too few bought again", bought(1, 0), rare],
    ["once, of a product that nobody knows", bought(1, 0), null],
  ])("says nothing of what was bought %s", (_name, each, product) => {
    expect(dueOf(each, product, each.lastDay)).toBeNull();
  });

  it("rounds half a day up", () => {
    expect(dueOf(bought(3, 45), null, start)?.dueDay).toBe(addDays(start, 45 + 23));
  });

  it("gives up once overdue by more than half the expected gap, not before", () => {
    const each = bought(2, 60);
    const after = (days: number) => dueOf(each, monthly, addDays(each.lastDay, days));
    expect(after(60)).not.toBeNull();
    expect(after(61)).toBeNull();
  });

  it("expects a gap between her own mean and the typical one, the nearer to her own the more she bought", () => {
    const cases = fc.record({
      ownMean: fc.integer({ min: 1, max: 300 }),
      gaps: fc.integer({ min: 1, max: 40 }),
      typicalDays: fc.double({ min: 1, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ ownMean, gaps, typicalDays }) => {
        const gapWith = (count: number): number => {
          const each = bought(count + 1, count * ownMean);
          return dueOf(each, { buyers: 9, repeaters: 9, typicalDays }, each.lastDay)?.gapDays ?? NaN;
        };
        const gap = gapWith(gaps);
        expect(gap).toBeGreaterThanOrEqual(Math.min(ownMean, typicalDays) - 1e-9);
        expect(gap).toBeLessThanOrEqual(Math.max(ownMean, typicalDays) + 1e-9);
        expect(Math.abs(gapWith(gaps + 1) - ownMean)).toBeLessThanOrEqual(Math.abs(gap - ownMean) + 1e-9);
      }),
    );
  });
});

describe("productRhythm", () => {
  it("is the mean of all gaps of those who bought it again", () => {
    expect(productRhythm([bought(1, 0), bought(2, 10), bought(4, 60)])).toEqual({
      buyers: 3,
      repeaters: 2,
      typicalDays: 17.5,
    });
    expect(productRhythm([bought(1, 0)])).toEqual({ buyers: 1, repeaters: 0, typicalDays: null });
  });
});
