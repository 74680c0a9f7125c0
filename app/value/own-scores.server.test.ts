import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { schemeSchema, type ScoreScheme } from "#app/platform/score-scheme.ts";
import { settingsSchema } from "#app/platform/settings.ts";
import { addDays } from "#app/platform/time.ts";
import { fillMirror } from "../../tests/support/random-history.ts";
import { addCustomers, createShop, orderRow, shopOn } from "../../tests/support/shop-rows.ts";
import { readPurchases } from "./read-purchases.server.ts";
import { netSpend } from "./purchase.ts";
import { rebuildFacts } from "./rebuild-facts.server.ts";
import { rebuildScores } from "./rebuild-scores.server.ts";
import { refreshFacts } from "./refresh-facts.server.ts";
import { ownScores, type OwnScores } from "./rfm/own-scores.ts";

const everyone = Array.from({ length: 60 }, (_, index) => toCustomerId(index + 1));
const limits = {
  recency: [400, 200, 60, 20],
  frequency: [2, 3, 4, 6],
  monetary: [1_000, 5_000, 10_000, 20_000],
};

type Window = number | null | "out";
const CASES: readonly { scores: number; windows: Window[] }[] = [
  { scores: 5, windows: [null, null, null] },
  { scores: 3, windows: [365, 90, 180] },
  { scores: 4, windows: [60, null, 730] },
  { scores: 4, windows: [null, 365, "out"] },
  { scores: 5, windows: ["out", 60, 30] },
  { scores: 3, windows: ["out", "out", 180] },
  { scores: 5, windows: [90, "out", "out"] },
];

function scheme(method: string, scores: number, windows: readonly Window[]): ScoreScheme {
  const [recency, frequency, monetary] = (["recency", "frequency", "monetary"] as const).map(
    (metric, index) => {
      const windowDays = windows[index];
      if (windowDays === "out") return null;
      const inside = limits[metric].map((limit) => (metric === "recency" ? Math.ceil(limit / 20) : limit));
      return { windowDays, limits: method === "fixed" ? inside.slice(0, scores - 1) : [] };
    },
  );
  return schemeSchema.parse({ method, scores, recency, frequency, monetary });
}

async function keep(shop: Shop, rfm: ScoreScheme): Promise<Shop> {
  const settings = settingsSchema.parse({ rfm });
  await prisma.shop.update({ where: { id: shop.id }, data: { settings } });
  return shopOn(shop.id, shop.today);
}

/** By the pure rule, for those who have scores. */
async function expectedOf(shop: Shop): Promise<(OwnScores & { customerId: bigint })[]> {
  const living = everyone.filter((id) => id < 3n || id > 6n);
  const purchases = [...(await readPurchases(prisma, shop, living))].filter(([, own]) => own.length > 0);
  const dated = purchases.map(([, own]) => own.map((each) => ({ day: each.day, netMinor: netSpend(each) })));
  return ownScores(dated, shop.settings.rfm, shop.today).map((scores, index) => ({
    customerId: purchases[index]?.[0] ?? 0n,
    ...scores,
  }));
}

async function storedOf(
  shop: Shop,
): Promise<(Record<keyof OwnScores, number | null> & { customerId: bigint })[]> {
  const rows = await prisma.score.findMany({ where: { shopId: shop.id }, orderBy: { customerId: "asc" } });
  return rows.map(({ customerId, ownRecency, ownFrequency, ownMonetary }) => ({
    customerId,
    recency: ownRecency,
    frequency: ownFrequency,
    monetary: ownMonetary,
  }));
}

describe("a shop's own scores", () => {
  let filled: Shop;
  beforeAll(async () => {
    filled = await createShop("2026-03-29");
    await fillMirror(filled, 7);
    await prisma.$transaction((db) => rebuildFacts(db, filled));
  });

  it.each(
    (["quantile", "mean", "median", "pareto", "fixed"] as const).flatMap((method) =>
      CASES.map(({ scores, windows }) => ({ method, scores, windows })),
    ),
  )("are as the pure rule has them, for all and for each alone: %o", async ({ method, scores, windows }) => {
    const shop = await keep(filled, scheme(method, scores, windows));
    await prisma.$transaction((db) => rebuildScores(db, shop));
    const usual = method === "quantile" && scores === 5 && windows.every((each) => each === null);
    const expected = (await expectedOf(shop)).map((row) =>
      usual ? { ...row, recency: null, frequency: null, monetary: null } : row,
    );
    expect(await storedOf(shop)).toEqual(expected);

    await prisma.ownFigure.deleteMany({ where: { shopId: shop.id } });
    await prisma.score.updateMany({ where: { shopId: shop.id }, data: { ownMonetary: 1, ownFrequency: 5 } });
    await prisma.$transaction((db) => refreshFacts(db, shop, everyone));
    expect(await storedOf(shop)).toEqual(expected);
  });

  it("follow the days: what leaves a window is taken off, and only there", async () => {
    const windows = scheme("quantile", 5, [null, 60, 30]);
    let shop = await keep(filled, windows);
    await prisma.$transaction((db) => rebuildScores(db, shop));
    for (let day = 1; day <= 40; day += 3) {
      shop = await shopOn(filled.id, addDays(filled.today, day));
      await prisma.$transaction((db) => rebuildScores(db, shop, "due"));
      expect(await storedOf(shop)).toEqual(await expectedOf(shop));
    }
    const figures = await prisma.ownFigure.findMany({ where: { shopId: shop.id } });
    await prisma.$transaction((db) => rebuildScores(db, shop));
    const order = (rows: typeof figures) => rows.toSorted((a, b) => Number(a.customerId - b.customerId));
    expect(order(await prisma.ownFigure.findMany({ where: { shopId: shop.id } }))).toEqual(order(figures));
  });

  it("look at nobody of whom nothing left a window", async () => {
    const shop = await keep(await createShop("2026-03-29"), scheme("quantile", 5, [null, 30, null]));
    await addCustomers(shop, [1, 2]);
    await prisma.order.createMany({
      data: [orderRow(shop, 1, 11, "2026-02-28", 5_000), orderRow(shop, 2, 21, "2026-03-01", 5_000)],
    });
    await prisma.$transaction(async (db) => {
      await rebuildFacts(db, shop);
      await rebuildScores(db, shop);
    });
    await prisma.ownFigure.updateMany({ where: { shopId: shop.id }, data: { frequency: 9 } });
    const next = await shopOn(shop.id, "2026-03-30");
    await prisma.$transaction((db) => rebuildScores(db, next, "due"));
    expect(await prisma.ownFigure.findMany({ where: { shopId: shop.id } })).toMatchObject([
      { customerId: 2n, frequency: 9, nextDay: new Date("2026-03-31") },
    ]);
  });
});
