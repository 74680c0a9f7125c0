import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isProvisional, limitsAfter, rhythmOf, type Gaps } from "./rhythm.ts";

/** Gaps of 1 to 100 days after the nth purchase, one each, and so many customers who never came back. */
function evenGaps(nth: number, open: number): Gaps[] {
  const closed = Array.from({ length: 100 }, (_, index) => ({
    nth,
    days: index + 1,
    open: false,
    customers: 1,
  }));
  return [...closed, { nth, days: 400, open: true, customers: open }];
}

const YEAR = 365;

describe("rhythmOf", () => {
  it("reads limits among those who buy again, however many never do", () => {
    for (const open of [40, 100, 9_900]) {
      const [first] = rhythmOf(evenGaps(1, open), [], YEAR).after;
      expect(first).toMatchObject({
        usualDays: 50,
        slippingDays: 80,
        lapsedDays: 95,
        origin: "own",
        gaps: 100,
        horizonDays: 100,
      });
      expect(first.share).toBeCloseTo(100 / (100 + open), 9);
    }
  });

  it("counts an open gap only for as long as it lasted", () => {
    const young: Gaps = { nth: 1, days: 0, open: true, customers: 500 };
    expect(rhythmOf([...evenGaps(1, 100), young], [], YEAR).after[0].share).toBeCloseTo(0.5, 9);
  });

  it("reads the curve no further than enough customers were watched", () => {
    const late: Gaps = { nth: 1, days: 900, open: false, customers: 29 };
    const rhythm = rhythmOf([...evenGaps(1, 40), late], [], YEAR);
    expect(rhythm.after[0]).toMatchObject({ horizonDays: 100, slippingDays: 80 });
  });

  it("lets all gaps stand in where one purchase has too few of its own", () => {
    const third: Gaps = { nth: 3, days: 7, open: false, customers: 49 };
    const rhythm = rhythmOf([...evenGaps(1, 50), ...evenGaps(2, 50), third], [], YEAR);
    expect(rhythm.after.map(({ origin, gaps }) => [origin, gaps])).toEqual([
      ["own", 100],
      ["own", 100],
      ["all", 249],
    ]);
    expect(isProvisional(rhythm)).toBe(false);
  });

  it.each([
    ["too few gaps", [{ nth: 1, days: 5, open: false, customers: 49 }], YEAR],
    ["too short a history", evenGaps(1, 50), 179],
    ["nothing at all", [], 0],
  ])("falls back on fixed limits with %s, and says so", (_name, gaps, historyDays) => {
    const rhythm = rhythmOf(gaps, [], historyDays);
    for (const limits of rhythm.after) {
      expect(limits).toMatchObject({ origin: "default", slippingDays: 180, lapsedDays: 365, curve: [] });
    }
    expect(isProvisional(rhythm)).toBe(true);
  });

  it("keeps the limits in order, on days on which someone came back", () => {
    const gap = fc.record({
      nth: fc.integer({ min: 1, max: 3 }),
      days: fc.integer({ min: 1, max: 900 }),
      open: fc.boolean(),
      customers: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(gap, { minLength: 5, maxLength: 60 }), (gaps) => {
        for (const limits of rhythmOf(gaps, [], YEAR).after) {
          expect(limits.usualDays).toBeLessThanOrEqual(limits.slippingDays);
          expect(limits.slippingDays).toBeLessThan(limits.lapsedDays);
          expect(limits.curve.length).toBeLessThanOrEqual(81);
          if (limits.origin === "default") continue;
          expect(gaps.some(({ days, open }) => !open && days === limits.slippingDays)).toBe(true);
          expect(limits.curve.at(-1)).toEqual({ days: limits.horizonDays, share: limits.share });
        }
      }),
    );
  });

  it.each([
    [[], 3],
    [[{ purchaseDays: 1, customers: 500 }], 3],
    [[{ purchaseDays: 2, customers: 10 }], 3],
    [
      [
        { purchaseDays: 1, customers: 500 },
        { purchaseDays: 2, customers: 70 },
        { purchaseDays: 5, customers: 10 },
        { purchaseDays: 6, customers: 15 },
        { purchaseDays: 9, customers: 5 },
      ],
      6,
    ],
    [
      [
        { purchaseDays: 4, customers: 50 },
        { purchaseDays: 7, customers: 50 },
      ],
      7,
    ],
  ])("of buyers %j calls loyal who has %i days of purchase", (buyers, days) => {
    expect(rhythmOf([], buyers, YEAR).loyalFrom).toBe(days);
  });
});

it("has one limit for the third purchase and every later one", () => {
  const gaps = [...evenGaps(1, 50), ...evenGaps(2, 60), ...evenGaps(3, 70)];
  const rhythm = rhythmOf(gaps, [], YEAR);
  expect([1, 2, 3, 4, 99].map((days) => rhythm.after.indexOf(limitsAfter(rhythm, days)))).toEqual([
    0, 1, 2, 2, 2,
  ]);
});
