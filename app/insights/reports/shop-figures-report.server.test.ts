import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, addMonths, daysBetween, toDay, type Day } from "#app/platform/time.ts";
import {
  customersIn,
  fillWithPurchases,
  near,
  netOf,
  type BoughtRow,
} from "../../../tests/support/random-purchases.ts";
import { addCustomers, createShop, orderRow } from "../../../tests/support/shop-rows.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { shopFiguresReport } from "./shop-figures-report.server.ts";

function repurchase(rows: readonly BoughtRow[], day: Day, days: number): { part: number; whole: number } {
  const old = rows.filter(({ firstDay }) => daysBetween(firstDay, day) >= days);
  const again = old.filter((row) => row.day > row.firstDay && daysBetween(row.firstDay, row.day) <= days);
  return { part: customersIn(again), whole: customersIn(old) };
}

/** Rows of the `days` days that end with `last`. */
function span(rows: readonly BoughtRow[], last: Day, days: number): BoughtRow[] {
  return rows.filter(({ day }) => day <= last && daysBetween(day, last) < days);
}

function retention(rows: readonly BoughtRow[], day: Day, days: number): { part: number; whole: number } {
  const kept = new Set(span(rows, day, days).map(({ customerId }) => customerId));
  const atRisk = span(rows, addDays(day, -days), days);
  return {
    part: customersIn(atRisk.filter(({ customerId }) => kept.has(customerId))),
    whole: customersIn(atRisk),
  };
}

function topFifth(rows: readonly BoughtRow[]): { part: number; whole: number } {
  const spends = [...Map.groupBy(rows, ({ customerId }) => customerId).values()].map(netOf);
  const sorted = spends.toSorted((one, other) => other - one);
  const count = sorted.length / 5;
  const part = sorted.reduce((sum, net, place) => sum + net * Math.min(1, Math.max(0, count - place)), 0);
  return { part, whole: netOf(rows) };
}

function plainFigures(rows: readonly BoughtRow[], day: Day) {
  const month = span(rows, day, 30);
  const year = rows.filter((row) => row.day > addMonths(day, -12) && row.day <= day);
  const isNew = ({ firstDay }: BoughtRow) => daysBetween(firstDay, day) < 30;
  return {
    repurchase30: repurchase(rows, day, 30),
    repurchase90: repurchase(rows, day, 90),
    retention7: retention(rows, day, 7),
    retention30: retention(rows, day, 30),
    orderValue: { part: netOf(month), whole: month.length },
    repeatRevenue: { part: netOf(month.filter((row) => row.day > row.firstDay)), whole: netOf(month) },
    returningCustomers: { part: customersIn(month.filter((row) => !isNew(row))), whole: customersIn(month) },
    ordersPerCustomer: { part: year.length, whole: customersIn(year) },
    topFifth: { part: near(topFifth(year).part, 3), whole: netOf(year) },
  };
}

describe.each([7, 42, 99])("the figures of random history %i", (seed) => {
  let [shop, rows]: [Shop | null, BoughtRow[]] = [null, []];
  beforeAll(async () => {
    shop = await createShop("2026-03-29");
    rows = await fillWithPurchases(shop, seed);
  });

  it("are what their definitions give, today and 30 days before", async () => {
    if (shop === null) throw new Error("no shop");
    const made = await shopFiguresReport.make(prisma, shop);
    expect(made.now.repurchase90.part).toBeGreaterThan(0);
    expect(made.now.retention30.whole).toBeGreaterThan(0);
    expect(made.now).toEqual(plainFigures(rows, shop.today));
    expect(made.before).toEqual(plainFigures(rows, toDay("2026-02-27")));
  });
});

it("leave customers out who are not old enough, and count the last day of a span", async () => {
  const shop = await createShop("2026-03-31");
  await addCustomers(shop, [1, 2, 3]);
  await prisma.order.createMany({
    data: [
      // 30 days to the second purchase; 31 days; and a first purchase only 29 days ago.
      orderRow(shop, 1, 11, "2026-01-01", 1_000),
      orderRow(shop, 1, 12, "2026-01-31", 1_000),
      orderRow(shop, 2, 21, "2026-01-01", 1_000),
      orderRow(shop, 2, 22, "2026-02-01", 1_000),
      orderRow(shop, 3, 31, "2026-03-02", 1_000),
      orderRow(shop, 3, 32, "2026-03-03", 1_000),
    ],
  });
  await prisma.$transaction((db) => rebuildFacts(db, shop));
  const { now } = await shopFiguresReport.make(prisma, shop);
  expect(now.repurchase30).toEqual({ part: 1, whole: 2 });
  expect(now.repurchase90).toEqual({ part: 0, whole: 0 });
});

it("of a shop without purchases are parts of nothing", async () => {
  const { now } = await shopFiguresReport.make(prisma, await createShop("2026-03-31"));
  expect(now).toMatchObject({ repurchase30: { part: 0, whole: 0 }, orderValue: { part: 0, whole: 0 } });
  expect(now.topFifth).toEqual({ part: 0, whole: 0 });
});
