import { beforeAll, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { keepClvModel } from "#app/value/clv/keep-clv-model.server.ts";
import { rebuildPredictions } from "#app/value/clv/rebuild-predictions.server.ts";
import { fillDrawn } from "../../../tests/support/drawn-shop.ts";
import { createShop } from "../../../tests/support/shop-rows.ts";
import { lifetimeValueReport } from "./lifetime-value-report.server.ts";
import { makeReports } from "./make-reports.server.ts";
import { readReport } from "./read-report.server.ts";

let shop: Shop;

const read = async () => {
  await makeReports(shop.id, [lifetimeValueReport]);
  return (await readReport(shop, lifetimeValueReport))?.data;
};

beforeAll(async () => {
  shop = await createShop("2025-06-30", { grossMargin: 0.4 });
  await fillDrawn(shop, "drawn-small", "2025-06-29");
});

it("says nothing before the first fit", async () => {
  expect(await read()).toMatchObject({ model: null, sum: { customers: 0, valueMinor: 0, highMinor: 0 } });
});

it("sums predictions up, in all and by class, the highest first", async () => {
  await keepClvModel(shop);
  await rebuildPredictions(shop);
  const data = await read();
  const rows = await prisma.prediction.findMany({ where: { shopId: shop.id } });
  const sum = (some: typeof rows) => some.reduce((total, { valueMinor }) => total + Number(valueMinor), 0);
  expect(rows).toHaveLength(60);
  expect(data?.model).toMatchObject({ day: "2025-06-30", report: { kind: "fitted", customers: 60 } });
  expect(data?.worth).toEqual({ grossMargin: 0.4, yearlyDiscount: 0.1 });
  expect(data?.sum).toMatchObject({ customers: 60, valueMinor: sum(rows) });
  expect(
    data?.classes.map(({ clvClass, customers, valueMinor }) => [clvClass, customers, valueMinor]),
  ).toEqual(
    (["high", "middle", "low"] as const).map((clvClass) => {
      const own = rows.filter((row) => row.clvClass === clvClass);
      return [clvClass, own.length, sum(own)];
    }),
  );
  expect(data?.sum.lowMinor).toBeLessThan(sum(rows) * 0.89);
});
