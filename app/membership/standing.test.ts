import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toOrderId } from "#app/platform/ids.ts";
import { addDays, addMonths, daysBetween, toDay, type Day } from "#app/platform/time.ts";
import { netSpend, type Purchase } from "#app/value/purchase.ts";
import { defaultDefinition } from "./default-definition.ts";
import { standingMetafield } from "./metafield.ts";
import { standingOf, type Before } from "./standing.ts";

const policy = defaultDefinition([10_000, 30_000, 90_000], "en");
const shop = { currency: "GBP", locale: "en" };
const joined: Before = { kind: "new", joined: toDay("2020-01-01") };

function bought(id: number, day: string, grossMinor: number, refunds: [string, number][] = []): Purchase {
  return {
    orderId: toOrderId(id),
    name: `#${id}`,
    day: toDay(day),
    grossMinor,
    refunds: refunds.map(([refundDay, minor]) => ({ day: toDay(refundDay), minor })),
  };
}

function on(day: string, purchases: readonly Purchase[], before: Before = joined) {
  return standingOf(policy, purchases, toDay(day), before);
}

describe("standingOf", () => {
  const purchases = [
    bought(1, "2026-01-10", 20_000),
    bought(2, "2026-03-02", 15_000, [["2026-03-09", 3_000]]),
    bought(3, "2024-12-31", 50_000),
  ];

  it("explains tier, progress and end to the cent", () => {
    expect(on("2026-06-01", purchases)).toMatchObject({
      tier: { key: "gold" },
      rank: 2,
      since: "2026-03-02",
      spendMinor: 32_000,
      validUntil: "2027-01-09",
      progress: { currentMinor: 32_000, neededMinor: 90_000, missingMinor: 58_000, by: "2027-01-09" },
      keep: null,
      nextDay: "2026-10-11",
    });
  });

  it.each([
    ["91 days before its end", "2026-10-10", null, "2026-10-11"],
    ["90 days before its end", "2026-10-11", { missingMinor: 18_000, by: "2027-01-09" }, "2027-01-10"],
    ["on its last day", "2027-01-09", { missingMinor: 18_000, by: "2027-01-09" }, "2027-01-10"],
    ["after it, for the tier below", "2027-01-10", { missingMinor: 10_000, by: "2027-03-01" }, "2027-03-02"],
  ])("says what is missing to keep the tier %s", (_, day, keep, nextDay) => {
    expect(on(day, purchases)).toMatchObject({ keep, nextDay });
  });

  it("lets an order go at the start of the same day of the next year", () => {
    expect(on("2027-01-09", purchases).tier.key).toBe("gold");
    expect(on("2027-01-10", purchases)).toMatchObject({ tier: { key: "silver" }, since: "2027-01-10" });
  });

  it("keeps since while the tier stays, and begins anew when it changes", () => {
    const gold: Before = { kind: "standing", tierKey: "gold", since: toDay("2025-05-05") };
    expect(on("2026-06-01", purchases, gold).since).toBe("2025-05-05");
    expect(on("2027-02-01", purchases, gold).since).toBe("2027-02-01");
  });

  it("finds the beginning of a tier that was lost and won again", () => {
    const history = [bought(1, "2024-01-10", 12_000), bought(2, "2025-02-10", 12_000)];
    expect(on("2025-06-01", history)).toMatchObject({ tier: { key: "silver" }, since: "2025-02-10" });
    const joinedLate: Before = { kind: "new", joined: toDay("2025-06-01") };
    expect(on("2025-06-01", [], joinedLate)).toMatchObject({ rank: 0, since: "2025-06-01", nextDay: null });
  });

  it("gives the lowest tier no end and the highest no progress", () => {
    expect(on("2026-06-01", [bought(1, "2026-05-01", 500)])).toMatchObject({
      validUntil: null,
      keep: null,
      progress: { missingMinor: 9_500, by: "2027-04-30" },
    });
    expect(on("2026-06-01", [bought(1, "2026-05-01", 90_000)]).progress).toBeNull();
  });

  it.each([
    ["2024-02-29", "2025-02-27", "2025-02-28"],
    ["2023-02-28", "2024-02-27", "2024-02-28"],
    ["2025-03-30", "2026-03-29", "2026-03-30"],
  ])("an order of %s counts for the last time on %s", (day, last, leaves) => {
    const standing = on(day, [bought(1, day, 10_000)]);
    expect(standing.validUntil).toBe(last);
    expect(standing.trail[0]?.leaves).toBe(leaves);
    expect(on(last, [bought(1, day, 10_000)]).rank).toBe(1);
    expect(on(leaves, [bought(1, day, 10_000)]).rank).toBe(0);
  });
});

describe("properties", () => {
  const today = toDay("2026-03-29");
  const purchase = fc
    .record({
      id: fc.integer({ min: 1, max: 1_000_000 }),
      daysAgo: fc.integer({ min: 0, max: 800 }),
      grossMinor: fc.integer({ min: 0, max: 40_000 }),
      refundedShare: fc.constantFrom(0, 0, 0, 0.5, 1),
    })
    .map(({ id, daysAgo, grossMinor, refundedShare }) => {
      const day = addDays(today, -daysAgo);
      const refunded = Math.floor(grossMinor * refundedShare);
      return bought(id, day, grossMinor, refunded === 0 ? [] : [[day, refunded]]);
    });
  const history = fc.array(purchase, { maxLength: 12 });

  it("more spend never lowers the tier", () => {
    fc.assert(
      fc.property(history, purchase, (purchases, more) => {
        expect(on(today, [...purchases, more]).rank).toBeGreaterThanOrEqual(on(today, purchases).rank);
      }),
    );
  });

  it("the trail adds up to the spend, which is what the window's definition gives", () => {
    fc.assert(
      fc.property(history, (purchases) => {
        const standing = on(today, purchases);
        const sum = standing.trail.reduce((total, entry) => total + entry.contributionMinor, 0);
        const expected = purchases
          .filter((each) => addMonths(each.day, 12) > today)
          .reduce((total, each) => total + netSpend(each), 0);
        expect([sum, standing.spendMinor]).toEqual([expected, expected]);
        expect(standing.trail).toHaveLength(purchases.length);
      }),
    );
  });

  it("the tier holds to the last day said, and not a day longer", () => {
    fc.assert(
      fc.property(history, (purchases) => {
        const { rank, validUntil } = on(today, purchases);
        expect(validUntil).toBe(rank === 0 ? null : lastDayOfRank(purchases, rank, today));
      }),
      { numRuns: 30 },
    );
  });

  it("what staff and shopper read changes by itself on the next day said, and not before", () => {
    fc.assert(
      fc.property(history, (purchases) => {
        const first = on(today, purchases);
        const before: Before = { kind: "standing", tierKey: first.tier.key, since: first.since };
        const text = (day: Day) => {
          const standing = standingOf(policy, purchases, day, before);
          // At the top the shopper reads no figure, but staff do.
          return JSON.stringify([standing.spendMinor, standingMetafield(standing, shop)]);
        };
        const last = first.nextDay === null ? addDays(today, 400) : addDays(first.nextDay, -1);
        for (let day = today; day <= last; day = addDays(day, 1)) expect(text(day)).toBe(text(today));
        if (first.nextDay !== null) expect(text(first.nextDay)).not.toBe(text(today));
      }),
      { numRuns: 30 },
    );
  });

  it("what is missing to keep the tier is enough, and a penny less is not", () => {
    fc.assert(
      fc.property(history, (purchases) => {
        const { rank, keep } = on(today, purchases);
        if (keep === null) return;
        const after = (minor: number) =>
          on(addDays(keep.by, 1), [...purchases, bought(9_999_999, keep.by, minor)]).rank;
        expect(after(keep.missingMinor)).toBeGreaterThanOrEqual(rank);
        expect(after(keep.missingMinor - 1)).toBeLessThan(rank);
        expect(daysBetween(today, keep.by)).toBeLessThanOrEqual(90);
      }),
    );
  });
});

function lastDayOfRank(purchases: readonly Purchase[], rank: number, from: Day): Day {
  let day = from;
  while (on(addDays(day, 1), purchases).rank >= rank) day = addDays(day, 1);
  return day;
}
