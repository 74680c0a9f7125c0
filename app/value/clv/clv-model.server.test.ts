import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { addDays, type Day } from "#app/platform/time.ts";
import { readHistories } from "../../../tools/clv/read-histories.ts";
import { fillDrawn } from "../../../tests/support/drawn-shop.ts";
import { createShop, orderRow, shopOn } from "../../../tests/support/shop-rows.ts";
import { rebuildFacts } from "../rebuild-facts.server.ts";
import { refreshFacts } from "../refresh-facts.server.ts";
import { currentClvModel } from "./current-clv-model.server.ts";
import { estimate } from "./estimate.ts";
import { keepClvModel } from "./keep-clv-model.server.ts";
import type { FittedReport } from "./model-report.ts";
import { rebuildPredictions } from "./rebuild-predictions.server.ts";
import { refreshPredictions } from "./refresh-predictions.server.ts";

const YEAR = 365;

/** What the command clv says of the same orders. */
async function command(name: string, model: "bgnbd" | "nbd", until: Day, testedTo: Day) {
  const path = `tests/fixtures/clv/${name}.csv`;
  const { customers, heldOutDays } = await readHistories(path, "USD", until, testedTo);
  const wish = { model, unit: "day", heldOutDays, predict: YEAR, monthlyDiscount: 0 } as const;
  const estimates = estimate(customers, wish);
  if ("thin" in estimates) throw new Error("too little history");
  return { customers, estimates };
}

async function drawnShop(name: string, until: string, settings = {}): Promise<Shop> {
  const shop = await createShop("2025-06-30", settings);
  await fillDrawn(shop, name, until);
  await keepClvModel(shop);
  await rebuildPredictions(shop);
  return shop;
}

async function reportOf(shop: Shop): Promise<FittedReport> {
  const model = await currentClvModel(prisma, shop.id);
  if (model?.report.kind !== "fitted") throw new Error("too little history");
  return model.report;
}

const predictionsOf = (shop: Shop) =>
  prisma.prediction.findMany({ where: { shopId: shop.id }, orderBy: { customerId: "asc" } });

/** Prisma writes numbers with fifteen digits. */
const digits = (rows: Awaited<ReturnType<typeof predictionsOf>>) =>
  rows.map((row) => ({ ...row, alive: row.alive.toFixed(12), purchases: row.purchases.toFixed(12) }));

const fitsOf = (shop: Shop) => prisma.clvModel.count({ where: { shopId: shop.id } });

describe("a shop whose customers are lost at times", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await drawnShop("drawn-dropout", "2025-06-29", { grossMargin: 0.5, yearlyDiscount: 0 });
  });

  it("is tested on the last third of its history, as the command is", async () => {
    const { test, candidates, model } = await reportOf(shop);
    expect(test).toMatchObject({ learnedTo: "2024-12-29", testedTo: "2025-06-29", days: 182 });
    expect(model).toBe("bgnbd");
    for (const name of ["bgnbd", "nbd"] as const) {
      const { estimates } = await command(
        "drawn-dropout",
        name,
        addDays(shop.today, -183),
        addDays(shop.today, -1),
      );
      const errors = candidates.find((each) => each.model === name)?.errors;
      expect(errors?.actual).toBe(estimates.holdout?.actual);
      expect(errors?.sum).toBeCloseTo(estimates.holdout?.sum ?? NaN, 4);
      expect(errors?.rmse).toBeCloseTo(estimates.holdout?.rmse ?? NaN, 6);
    }
  });

  it("has figures of the test that fit together", async () => {
    const { test, weeks, candidates } = await reportOf(shop);
    const chosen = candidates.find(({ model }) => model === "bgnbd")?.errors;
    const sum = (values: number[]) => values.reduce((total, each) => total + each, 0);
    const tenths = test?.deciles ?? [];
    expect(sum(tenths.map(({ customers }) => customers))).toBe(test?.customers);
    expect(sum(tenths.map(({ customers, made }) => customers * made))).toBeCloseTo(chosen?.actual ?? NaN, 6);
    expect(sum(tenths.map(({ customers, expected }) => customers * expected))).toBeCloseTo(
      chosen?.sum ?? NaN,
      6,
    );
    // All customers of this shop came before the test: each repeat purchase is in one week.
    const repeats = await prisma.facts.aggregate({
      where: { shopId: shop.id },
      _sum: { purchaseDays: true },
    });
    expect(sum(weeks.map(({ made }) => made))).toBe((repeats._sum.purchaseDays ?? 0) - 1_500);
    expect(sum(weeks.filter(({ until }) => until > "2024-12-29").map(({ made }) => made))).toBe(
      chosen?.actual,
    );
  });

  it("was drawn from the model that is fitted: its intervals hold as often as they promise", async () => {
    const { test } = await reportOf(shop);
    for (const { held, promised } of [test?.coverage.all, test?.coverage.open].flatMap(
      (each) => each ?? [],
    )) {
      expect(Math.abs(held - promised)).toBeLessThan(0.04);
    }
  });

  it("is predicted as the pure functions predict it", async () => {
    const { customers, estimates } = await command("drawn-dropout", "bgnbd", shop.today, shop.today);
    const rows = await predictionsOf(shop);
    expect(rows).toHaveLength(customers.length);
    const byId = new Map(rows.map((row) => [String(row.customerId), row]));
    customers.forEach(({ id }, index) => {
      const { alive, purchases, amount } = estimates.of(index);
      const row = byId.get(id);
      expect(row?.alive).toBeCloseTo(alive, 5);
      expect(row?.purchases).toBeCloseTo(purchases, 4);
      expect(Math.abs(Number(row?.spendMinor) - purchases * amount * 100)).toBeLessThan(2);
      // Half of it is margin, and nothing is discounted.
      expect(Math.abs(Number(row?.valueMinor) - purchases * amount * 50)).toBeLessThan(2);
    });
    const high = rows.filter(({ clvClass }) => clvClass === "high");
    const money = (some: typeof rows) => some.reduce((sum, { valueMinor }) => sum + Number(valueMinor), 0);
    expect(money(high) / money(rows)).toBeGreaterThanOrEqual(0.6);
    expect(money(high) / money(rows)).toBeLessThan(0.61);
  });

  it("has the same after each of some was refreshed alone", async () => {
    const before = await predictionsOf(shop);
    const ids = [1, 2, 3, 750, 1_500].map(toCustomerId);
    await prisma.prediction.deleteMany({ where: { shopId: shop.id, customerId: { in: ids.slice(0, 2) } } });
    await prisma.prediction.updateMany({
      where: { shopId: shop.id, customerId: { in: ids.slice(2) } },
      data: { alive: 0, clvClass: "low", valueMinor: 1 },
    });
    for (const id of ids) await prisma.$transaction((db) => refreshPredictions(db, shop, [id]));
    expect(digits(await predictionsOf(shop))).toEqual(digits(before));
  });

  it("follows an order at once, and forgets who has no purchase any more", async () => {
    const id = toCustomerId(5);
    const [before] = await predictionsOf(shop).then((rows) =>
      rows.filter(({ customerId }) => customerId === id),
    );
    const refresh = () =>
      prisma.$transaction(async (db) => {
        await refreshFacts(db, shop, [id]);
        await refreshPredictions(db, shop, [id]);
      });
    await prisma.order.create({ data: orderRow(shop, 5, 90_001, "2025-06-30", 9_000) });
    await refresh();
    const where = { shopId_customerId: { shopId: shop.id, customerId: id } };
    const after = await prisma.prediction.findUniqueOrThrow({ where });
    expect(after.alive).toBeGreaterThan((before?.alive ?? 1) + 0.3);
    await prisma.order.updateMany({
      where: { shopId: shop.id, customerId: id },
      data: { cancelledAt: new Date() },
    });
    await refresh();
    expect(await prisma.prediction.findUnique({ where })).toBeNull();
  });

  it("is fitted again only when a month has passed or money counts otherwise", async () => {
    expect(await fitsOf(shop)).toBe(1);
    await keepClvModel(shop);
    await keepClvModel(await shopOn(shop.id, "2025-07-05"));
    expect(await fitsOf(shop)).toBe(1);
    await keepClvModel({ ...shop, settings: { ...shop.settings, countTax: false } });
    expect(await fitsOf(shop)).toBe(2);
    await keepClvModel(await shopOn(shop.id, "2025-07-05"));
    expect(await fitsOf(shop)).toBe(3);
    await keepClvModel(await shopOn(shop.id, "2025-08-05"));
    expect(await fitsOf(shop)).toBe(4);
  });
});

it("gives way to NBD where nobody is ever lost, with the reason", async () => {
  const shop = await drawnShop("drawn-no-dropout", "2025-06-29");
  const { model, candidates } = await reportOf(shop);
  expect(model).toBe("nbd");
  expect(candidates.map(({ model: name, left }) => [name, left])).toEqual([
    ["bgnbd", expect.stringMatching(/^no_(gain|dropout)$/)],
    ["mbgnbd", expect.stringMatching(/^no_(gain|dropout)$/)],
    ["paretonbd", expect.stringMatching(/^no_(gain|dropout)$/)],
    ["nbd", null],
  ]);
});

it("is fitted again where nobody buys any more, but not before a week has passed", async () => {
  const shop = await drawnShop("drawn-no-dropout", "2025-06-29");
  await keepClvModel(await shopOn(shop.id, "2025-07-06"));
  expect(await fitsOf(shop)).toBe(1);
  await keepClvModel(await shopOn(shop.id, "2025-07-10"));
  expect(await fitsOf(shop)).toBe(2);
});

it("predicts nobody where there is too little history, and tries again the next day", async () => {
  const shop = await drawnShop("drawn-small", "2024-02-15");
  const model = await currentClvModel(prisma, shop.id);
  expect(model).toMatchObject({ forecaster: null, report: { kind: "thin" } });
  expect(model?.report).toHaveProperty("average.spendMinor");
  expect(await predictionsOf(shop)).toEqual([]);
  await keepClvModel(shop);
  expect(await fitsOf(shop)).toBe(1);
  await keepClvModel(await shopOn(shop.id, "2025-07-01"));
  expect(await fitsOf(shop)).toBe(2);
});

it("has nothing to say of a shop without orders", async () => {
  const shop = await createShop("2025-06-30");
  await prisma.$transaction((db) => rebuildFacts(db, shop));
  await keepClvModel(shop);
  await rebuildPredictions(shop);
  expect(await currentClvModel(prisma, shop.id)).toMatchObject({
    report: { kind: "thin", customers: 0, average: null },
  });
});
