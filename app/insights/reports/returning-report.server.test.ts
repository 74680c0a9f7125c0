import { describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { dayToDate, toDay } from "#app/platform/time.ts";
import {
  customersIn,
  fillWithPurchases,
  netOf,
  type BoughtRow,
} from "../../../tests/support/random-purchases.ts";
import { createShop } from "../../../tests/support/shop-rows.ts";
import { returningReport } from "./returning-report.server.ts";

const monthOf = (day: string) => day.slice(0, 7);
/** At or after the month's last day, but not after today. */
const lastOf = (month: string) => (month === "2026-03" ? "2026-03-29" : `${month}-31`);

const bought = (rows: readonly BoughtRow[]) => ({
  customers: customersIn(rows),
  orders: rows.length,
  netMinor: netOf(rows),
});

/** Net spend and customers by month and class, the class asked for each row at its month's end. */
function plainValue(
  rows: readonly BoughtRow[],
  classAt: (customerId: bigint, day: string) => string | undefined,
) {
  const shown = rows.filter(({ day }) => day > "2024-03-31");
  const cells = Map.groupBy(
    shown,
    ({ customerId, day }) => `${monthOf(day)} ${classAt(customerId, lastOf(monthOf(day)))}`,
  );
  return [...cells]
    .map(([key, own]) => {
      const [month = "", name = ""] = key.split(" ");
      return { month, class: name, netMinor: netOf(own), customers: customersIn(own) };
    })
    .toSorted((one, other) => `${one.month} ${one.class}`.localeCompare(`${other.month} ${other.class}`));
}

describe.each([7, 42])("new and returning customers of random history %i", (seed) => {
  it("are told apart by the month of the first purchase", async () => {
    const shop = await createShop("2026-03-29");
    const rows = await fillWithPurchases(shop, seed);
    const { months, leftOut } = await returningReport.make(prisma, shop);
    expect(months).toHaveLength(24);
    expect(leftOut).toBeGreaterThan(0);
    for (const { month, ...own } of months) {
      const inMonth = rows.filter(({ day }) => monthOf(day) === month);
      const isNew = ({ firstDay }: BoughtRow) => monthOf(firstDay) === month;
      expect(own).toEqual({
        new: bought(inMonth.filter(isNew)),
        returning: bought(inMonth.filter((row) => !isNew(row))),
      });
    }
  });
});

type Step = { customerId: bigint; day: string; from: string; to: string };

/** The class at the end of a day, from the moves; before `since` or without one, today's. */
function classAt(steps: readonly Step[], today: (customerId: bigint) => string | undefined, since: string) {
  return (customerId: bigint, day: string) => {
    const own = steps.filter((step) => step.customerId === customerId);
    if (day < since || own.length === 0) return today(customerId);
    return own.findLast((step) => step.day <= day)?.to ?? own[0]?.from;
  };
}

const STEPS: Step[] = [
  { customerId: 1n, day: "2025-06-10", from: "base", to: "gold" },
  { customerId: 1n, day: "2025-09-30", from: "gold", to: "base" },
  { customerId: 2n, day: "2025-06-10", from: "base", to: "gold" },
  // Twice on one day: the later one counts.
  { customerId: 7n, day: "2025-12-01", from: "base", to: "gold" },
  { customerId: 7n, day: "2025-12-01", from: "gold", to: "base" },
  { customerId: 8n, day: "2026-02-01", from: "base", to: "gold" },
];

async function putLadder(shop: Shop, gold: readonly bigint[]): Promise<void> {
  const tier = (key: string, enterMinor: number) => ({
    ...{ key, name: key.toUpperCase(), enterMinor, benefit: { kind: "none" }, promises: [] },
  });
  const definition = {
    tiers: [tier("base", 0), tier("gold", 10_000)],
    window: { kind: "rolling", months: 12 },
  };
  await prisma.policy.create({
    data: { shopId: shop.id, version: 1, definition, effectiveFrom: new Date("2025-06-10T00:00:00Z") },
  });
  const facts = await prisma.facts.findMany({ where: { shopId: shop.id } });
  await prisma.standing.createMany({
    data: facts.map(({ customerId }) => ({
      ...{
        shopId: shop.id,
        customerId,
        policyVersion: 1,
        since: dayToDate(toDay("2025-06-10")),
        spendMinor: 0,
      },
      tier: gold.includes(customerId) ? "gold" : "base",
      rank: gold.includes(customerId) ? 1 : 0,
    })),
  });
}

describe("value by tier and group", () => {
  it("goes to the class at each month's end as far as it is known, before that to today's", async () => {
    const shop = await createShop("2026-03-29");
    const rows = await fillWithPurchases(shop, 42);
    const gold = [2n, 8n];
    await putLadder(shop, gold);
    for (const [index, { customerId, day, from, to }] of STEPS.entries()) {
      await prisma.tierMove.create({
        data: {
          ...{ shopId: shop.id, customerId, day: dayToDate(toDay(day)), policyVersion: 1, toTier: to },
          // A first standing comes from nothing.
          fromTier: index === 0 ? null : from,
          cause: { kind: "repair" },
        },
      });
    }
    const { tiers } = await returningReport.make(prisma, shop);
    const today = (customerId: bigint) => (gold.includes(customerId) ? "gold" : "base");
    expect(tiers?.knownSince).toBe("2025-06-10");
    expect(tiers?.classes).toEqual([
      { key: "base", name: "BASE" },
      { key: "gold", name: "GOLD" },
    ]);
    expect(tiers?.cells).toEqual(plainValue(rows, classAt(STEPS, today, "2025-06-10")));
  });

  it("is by today's group where no move of groups is known, and by the moves where some are", async () => {
    const shop = await createShop("2026-03-29");
    const rows = await fillWithPurchases(shop, 7);
    const scores = await prisma.score.findMany({ where: { shopId: shop.id } });
    const today = (customerId: bigint) => scores.find((score) => score.customerId === customerId)?.group;
    const before = await returningReport.make(prisma, shop);
    expect(before.tiers).toBeNull();
    expect(before.groups).toEqual({ knownSince: null, cells: plainValue(rows, classAt([], today, "")) });

    const moves: Step[] = [
      { customerId: 1n, day: "2025-10-01", from: "new", to: "loyal" },
      { customerId: 1n, day: "2026-01-01", from: "loyal", to: "at_risk" },
      { customerId: 9n, day: "2026-02-02", from: "promising", to: "active" },
    ];
    await prisma.groupMove.createMany({
      data: moves.map(({ customerId, day, from, to }) => ({
        ...{ shopId: shop.id, customerId, day: dayToDate(toDay(day)), fromGroup: from, toGroup: to },
      })),
    });
    const { groups } = await returningReport.make(prisma, shop);
    expect(groups.knownSince).toBe("2025-10-01");
    expect(groups.cells).toEqual(plainValue(rows, classAt(moves, today, "2025-10-01")));
  });

  it("of a shop without purchases is empty", async () => {
    const made = await returningReport.make(prisma, await createShop("2026-03-29"));
    expect(made).toEqual({ leftOut: 0, months: [], tiers: null, groups: { knownSince: null, cells: [] } });
  });
});
