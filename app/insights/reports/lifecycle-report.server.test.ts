import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { dayToDate } from "#app/platform/time.ts";
import { refreshStages } from "#app/value/lifecycle/refresh-stages.server.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { rhythmOfLimits } from "../../../tests/support/rhythms.ts";
import { addCustomers, createShop, orderRow, refundRow } from "../../../tests/support/shop-rows.ts";
import { lifecycleReport } from "./lifecycle-report.server.ts";

/** After the first purchase 100 and 200 days, later 40 and 80; usual are 25 and 10. */
const rhythm = rhythmOfLimits([100, 40, 40]);

it("has no stages before the rhythm was taken", async () => {
  const shop = await createShop("2026-11-24");
  expect(await lifecycleReport.make(prisma, shop)).toEqual({ rhythm: null, warned: 0, stages: [] });
});

it("counts customers and their money by stage, against 30 days ago by time alone", async () => {
  const shop = await createShop("2026-11-24");
  await addCustomers(shop, [1, 2, 3, 4]);
  await addCustomers(shop, [5], "2026-11-01");
  await prisma.order.createMany({
    data: [
      orderRow(shop, 1, 10, "2025-11-24", 7_000),
      orderRow(shop, 1, 11, "2025-11-25", 500),
      // New 30 days ago, slipping since.
      orderRow(shop, 2, 20, "2026-08-10", 3_000),
      // Growing by time, and likely gone.
      orderRow(shop, 3, 30, "2026-10-20", 2_000),
      orderRow(shop, 3, 31, "2026-11-01", 1_000),
    ],
  });
  await prisma.refund.create({ data: refundRow(shop, 20, 1, "2026-08-11", 1_000) });
  const keep = { shopId: shop.id, day: dayToDate(shop.today) };
  await prisma.rhythm.create({ data: { ...keep, limits: rhythm } });
  await prisma.clvModel.create({ data: { ...keep, model: "paretonbd", report: {} } });
  const money = { purchases: 0, spendMinor: 0, valueMinor: 0, lowMinor: 0, highMinor: 0, clvClass: "low" };
  await prisma.prediction.create({ data: { shopId: shop.id, customerId: 3, alive: 0.3, ...money } });
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await refreshStages(db, shop, "all");
  });
  const made = await lifecycleReport.make(prisma, shop);
  expect(made).toEqual({
    rhythm,
    warned: 1,
    stages: [
      { stage: "prospect", customers: 2, minor: 0, change: 1 },
      { stage: "new", customers: 0, minor: 0, change: -2 },
      { stage: "growing", customers: 0, minor: 0, change: 1 },
      { stage: "loyal", customers: 0, minor: 0, change: 0 },
      { stage: "slipping", customers: 2, minor: 5_000, change: 1 },
      { stage: "lapsed", customers: 1, minor: 500, change: 0 },
      { stage: "won_back", customers: 0, minor: 0, change: 0 },
    ],
  });
  expect(lifecycleReport.schema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
});

it("compares with nothing where the shop had sold nothing 30 days ago", async () => {
  const shop = await createShop("2026-11-24");
  await addCustomers(shop, [1]);
  await prisma.order.create({ data: orderRow(shop, 1, 10, "2026-10-26", 500) });
  await prisma.rhythm.create({
    data: { shopId: shop.id, day: dayToDate(shop.today), limits: rhythm },
  });
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await refreshStages(db, shop, "all");
  });
  const { stages } = await lifecycleReport.make(prisma, shop);
  expect(stages.map(({ change }) => change)).toEqual(stages.map(() => null));
});
