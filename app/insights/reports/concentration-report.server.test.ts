import { describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { addMonths } from "#app/platform/time.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { fillWithPurchases, near, netOf, type BoughtRow } from "../../../tests/support/random-purchases.ts";
import { addCustomers, createShop, orderRow } from "../../../tests/support/shop-rows.ts";
import { concentrationReport } from "./concentration-report.server.ts";
import type { ParetoCurve } from "./pareto-curve.server.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function plainCurve(rows: readonly BoughtRow[]) {
  const spends = [...Map.groupBy(rows, ({ customerId }) => customerId).values()]
    .map(netOf)
    .toSorted((one, other) => other - one);
  const [count, total] = [spends.length, sum(spends)];
  const upTo = (share: number) =>
    sum(spends.map((net, place) => net * Math.min(1, Math.max(0, share * count - place))));
  // Half of the mean difference of all pairs, of the mean: Gini's own definition.
  const differences = sum(spends.flatMap((one) => spends.map((other) => Math.abs(one - other))));
  return {
    customers: count,
    netMinor: total,
    pointsMinor: Array.from({ length: 101 }, (_, percent) => near(upTo(percent / 100), 3)),
    gini: near(differences / (2 * count * total), 10),
    customersFor80: spends.findIndex((_, place) => sum(spends.slice(0, place + 1)) >= 0.8 * total) + 1,
    deciles: Array.from({ length: 10 }, (_, decile) => {
      const own = spends.filter((_, place) => Math.ceil(((place + 1) * 10) / count) === decile + 1);
      return { customers: own.length, netMinor: sum(own), leastMinor: own.at(-1) ?? 0 };
    }).filter(({ customers }) => customers > 0),
  };
}

describe.each([7, 42])("the concentration of random history %i", (seed) => {
  it("is what its definitions give, of the year and of all time", async () => {
    const shop = await createShop("2026-03-29");
    const rows = await fillWithPurchases(shop, seed);
    const made = await concentrationReport.make(prisma, shop);
    expect(made.lifetime).toEqual(plainCurve(rows));
    expect(made.year).toEqual(plainCurve(rows.filter(({ day }) => day > addMonths(shop.today, -12))));
    expect(made.year.customers).toBeLessThan(made.lifetime.customers + 1);
    expect(made.year.netMinor).toBeLessThan(made.lifetime.netMinor);
  });
});

async function curveOf(...spends: number[]): Promise<ParetoCurve> {
  const shop = await createShop("2026-03-29");
  await addCustomers(shop, [1, ...spends.map((_, index) => index + 1)].slice(1));
  await prisma.order.createMany({
    data: spends.map((minor, index) => orderRow(shop, index + 1, index + 1, "2026-03-01", minor)),
  });
  await prisma.$transaction((db) => rebuildFacts(db, shop));
  return (await concentrationReport.make(prisma, shop)).year;
}

describe("the curve", () => {
  it("of nobody is flat", async () => {
    const curve = await curveOf();
    expect(curve).toMatchObject({ customers: 0, netMinor: 0, gini: 0, customersFor80: 0, deciles: [] });
    expect(curve.pointsMinor).toEqual(Array.from({ length: 101 }, () => 0));
  });

  it("of equal customers is the diagonal", async () => {
    const curve = await curveOf(500, 500, 500, 500);
    expect(curve).toMatchObject({ gini: 0, customersFor80: 4 });
    expect(curve.pointsMinor[20]).toBe(400);
  });

  it("of one who brings all rises at once", async () => {
    const curve = await curveOf(1_000, 0, 0, 0, 0);
    expect(curve).toMatchObject({ gini: 0.8, customersFor80: 1 });
    expect(curve.pointsMinor[10]).toBe(500);
    expect(curve.pointsMinor[20]).toBe(1_000);
  });

  it("of who was given everything back has no money and no concentration", async () => {
    expect(await curveOf(0, 0)).toMatchObject({ customers: 2, netMinor: 0, gini: 0, customersFor80: 0 });
  });
});
