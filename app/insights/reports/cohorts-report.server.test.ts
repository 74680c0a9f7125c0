import { describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { monthsAfter } from "#app/insights/months.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, addMonths, dayToDate, daysBetween, type Day } from "#app/platform/time.ts";
import { chanceToBuy } from "#app/value/clv/chance-to-buy.ts";
import { expectedAmount } from "#app/value/clv/gamma-gamma.ts";
import { modelOf } from "#app/value/clv/model-of.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import {
  customersIn,
  fillWithPurchases,
  near,
  netOf,
  type BoughtRow,
} from "../../../tests/support/random-purchases.ts";
import { addCustomers, createShop, orderRow } from "../../../tests/support/shop-rows.ts";
import { cohortsReport } from "./cohorts-report.server.ts";

const PARAMETERS = { r: 0.6, alpha: 40, a: 0.8, b: 2.5, p: 6, q: 4, v: 15 };
const BG_NBD = modelOf("bgnbd", PARAMETERS);

const monthOf = (day: string) => day.slice(0, 7);

async function putModel(shop: Shop): Promise<void> {
  await prisma.clvModel.create({
    data: { shopId: shop.id, day: dayToDate(shop.today), model: "bgnbd", parameters: PARAMETERS, report: {} },
  });
}

function plainCells(rows: readonly BoughtRow[], cohort: string, today: Day) {
  const own = rows.filter(({ firstDay }) => monthOf(firstDay) === cohort);
  const cells = [];
  for (let day = own[0]?.firstDay ?? today; monthOf(day) <= monthOf(today); day = addMonths(day, 1)) {
    const inMonth = own.filter((row) => monthOf(row.day) === monthOf(day));
    const returned = own.filter((row) => row.day > row.firstDay && monthOf(row.day) <= monthOf(day));
    cells.push({
      orders: inMonth.length,
      netMinor: netOf(inMonth),
      customers: customersIn(inMonth),
      returned: customersIn(returned),
    });
  }
  return cells;
}

/** Customer by customer, without counting equal histories together. */
function plainExpected(rows: readonly BoughtRow[], cohort: string, today: Day) {
  const ends = monthsAfter(today, 12).map(({ until }) => daysBetween(today, until));
  const all = [...Map.groupBy(rows, ({ customerId }) => customerId).values()].map((own) => {
    const first = own[0]?.firstDay ?? today;
    const days = [...new Set(own.map(({ day }) => day))].toSorted();
    const repeatMinor = netOf(own.filter(({ day }) => day > first));
    const [x, tx, T] = [days.length - 1, daysBetween(first, days.at(-1) ?? first), daysBetween(first, today)];
    return { first, repeatMinor, known: { x, tx, T }, mean: x === 0 ? 0 : repeatMinor / x };
  });
  const days = all.reduce((sum, { known }) => sum + known.x + 1, 0);
  const mean = all.reduce((sum, each) => sum + each.repeatMinor, 0) / (days - all.length);
  return ends.map((until, index) => {
    const from = ends[index - 1] ?? 0;
    const cell = { orders: 0, netMinor: 0, customers: 0, returned: 0 };
    for (const { known, mean: own } of all.filter(({ first }) => monthOf(first) === cohort)) {
      const bought = BG_NBD.expected(known, until) - BG_NBD.expected(known, from);
      cell.orders += (bought * rows.length) / days;
      cell.netMinor += bought * 100 * expectedAmount(PARAMETERS, { x: known.x, mean: own / 100 }, mean / 100);
      cell.customers += chanceToBuy(BG_NBD, known, from, until);
      cell.returned += known.x > 0 ? 1 : chanceToBuy(BG_NBD, known, 0, until);
    }
    return cell;
  });
}

describe.each([7, 42])("the cohorts of random history %i", (seed) => {
  it("are what their definitions give, with what the model expects of them", async () => {
    const shop = await createShop("2026-03-29");
    const rows = (await fillWithPurchases(shop, seed)).toSorted((one, other) =>
      one.day < other.day ? -1 : 1,
    );
    await putModel(shop);
    const made = await cohortsReport.make(prisma, shop);
    const months = [...new Set(rows.map(({ firstDay }) => monthOf(firstDay)))].toSorted().slice(-24);
    const shown = months.filter((month) => month > "2024-03");
    expect(made.model).toEqual({ name: "bgnbd", day: "2026-03-29" });
    expect(made.cohorts.map(({ month }) => month)).toEqual(shown);
    for (const { month, customers, seen, expected } of made.cohorts) {
      expect(seen).toEqual(plainCells(rows, month, shop.today));
      expect(customers).toBe(seen[0]?.customers);
      const plain = plainExpected(rows, month, shop.today);
      expect(expected).toEqual(
        plain.map((cell) => ({
          orders: near(cell.orders, 6),
          netMinor: near(cell.netMinor, 4),
          customers: near(cell.customers, 6),
          returned: near(cell.returned, 6),
        })),
      );
    }
  });
});

describe("the cohorts", () => {
  it("expect nothing without a model", async () => {
    const shop = await createShop("2026-03-29");
    await fillWithPurchases(shop, 42);
    await prisma.clvModel.create({ data: { shopId: shop.id, day: dayToDate(shop.today), report: {} } });
    const { model, cohorts } = await cohortsReport.make(prisma, shop);
    expect(model).toBeNull();
    expect(cohorts.length).toBeGreaterThan(3);
    expect(cohorts.every(({ expected }) => expected.length === 0)).toBe(true);
  });

  it("of a shop without purchases are none", async () => {
    const shop = await createShop("2026-03-29");
    await putModel(shop);
    expect((await cohortsReport.make(prisma, shop)).cohorts).toEqual([]);
  });

  it("of twenty years are the last 24, with the sums of those alone", async () => {
    const shop = await createShop("2026-03-29");
    const days = Array.from({ length: 240 }, (_, index) => addMonths(shop.today, -index));
    await addCustomers(
      shop,
      days.map((_, index) => index + 1),
    );
    await prisma.order.createMany({
      data: days.map((day, index) => orderRow(shop, index + 1, index + 1, addDays(day, 0), 1_000)),
    });
    await prisma.$transaction((db) => rebuildFacts(db, shop));
    const { cohorts, leftOut } = await cohortsReport.make(prisma, shop);
    expect(cohorts).toHaveLength(24);
    expect(leftOut).toBe(216);
    expect(cohorts[0]).toMatchObject({ month: "2024-04", customers: 1 });
  });
});
