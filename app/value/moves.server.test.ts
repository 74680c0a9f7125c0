import { describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { dateToDay, daysBetween, type Day } from "#app/platform/time.ts";
import { fillMirror } from "../../tests/support/random-history.ts";
import { addCustomers, createShop, orderRow, shopOn } from "../../tests/support/shop-rows.ts";
import { rebuildFacts } from "./rebuild-facts.server.ts";
import { rebuildScores } from "./rebuild-scores.server.ts";
import { refreshFacts } from "./refresh-facts.server.ts";
import { replayDays } from "./rfm/replay-days.ts";
import { cutCustomers, scoreCustomers } from "./rfm/score-customers.ts";
import { seedMoves } from "./seed-moves.server.ts";

async function rebuild(shop: Shop): Promise<void> {
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await rebuildScores(db, shop);
  });
}

async function seed(shop: Shop): Promise<void> {
  await prisma.$transaction((db) => seedMoves(db, shop));
}

async function movesOf(shop: Shop) {
  const rows = await prisma.groupMove.findMany({
    where: { shopId: shop.id },
    orderBy: [{ day: "asc" }, { customerId: "asc" }],
  });
  return rows.map((row) => [dateToDay(row.day), Number(row.customerId), row.fromGroup, row.toGroup]);
}

/** The groups on a day from scratch: of all purchases up to it, by the pure rule. */
async function groupsOn(shop: Shop, day: Day): Promise<Record<string, string>> {
  const purchases = await prisma.purchase.findMany({
    where: { shopId: shop.id, day: { lte: new Date(day) } },
  });
  const figures = [...Map.groupBy(purchases, (row) => row.customerId.toString())].map(([id, own]) => ({
    id,
    recencyDays: Math.min(...own.map((row) => daysBetween(dateToDay(row.day), day))),
    frequency: own.length,
    netMinor: own.reduce((sum, row) => sum + Number(row.grossMinor - row.refundedMinor), 0),
  }));
  const fifths = cutCustomers(figures, "quantile", 5);
  const scored = scoreCustomers(figures, fifths, fifths);
  return Object.fromEntries(scored.map(({ figures: { id }, groups }) => [id, groups.shopify]));
}

/** The groups on a day as the moves tell them, back from today. */
async function groupsByMoves(shop: Shop, day: Day): Promise<Record<string, string>> {
  const scores = await prisma.score.findMany({ where: { shopId: shop.id } });
  const groups = new Map(scores.map((row) => [row.customerId.toString(), row.group]));
  const later = await prisma.groupMove.findMany({
    where: { shopId: shop.id, day: { gt: new Date(day) } },
    orderBy: { day: "desc" },
  });
  for (const row of later) {
    expect(groups.get(row.customerId.toString()) ?? "prospects").toBe(row.toGroup);
    groups.set(row.customerId.toString(), row.fromGroup);
  }
  return Object.fromEntries([...groups].filter(([, group]) => group !== "prospects"));
}

/** Five customers, one fifth each in everything, and a prospect. */
async function smallShop(): Promise<Shop> {
  const shop = await createShop("2026-03-29");
  await addCustomers(shop, [1, 2, 3, 4, 5, 6]);
  const orders = [1, 2, 3, 4, 5].flatMap((id) =>
    Array.from({ length: id }, (_, index) =>
      orderRow(shop, id, id * 10 + index, `2026-0${index === 0 && id > 1 ? 1 : 2}-0${id}`, 1_000),
    ),
  );
  await prisma.order.createMany({ data: orders });
  await rebuild(shop);
  return shop;
}

describe("moves between groups", () => {
  it("are none when a shop is first scored, and none when nothing changed", async () => {
    const shop = await smallShop();
    await rebuild(shop);
    expect(await movesOf(shop)).toEqual([]);
  });

  it("are kept for few and for all, those of a day as one", async () => {
    const shop = await smallShop();
    await prisma.order.create({ data: orderRow(shop, 6, 61, "2026-03-29", 500) });
    await prisma.$transaction((db) => refreshFacts(db, shop, [toCustomerId(6)]));
    expect(await movesOf(shop)).toEqual([["2026-03-29", 6, "prospects", "new"]]);
    await prisma.score.updateMany({ where: { shopId: shop.id, customerId: 6 }, data: { group: "loyal" } });
    await prisma.$transaction((db) => refreshFacts(db, shop, [toCustomerId(6)]));
    expect(await movesOf(shop)).toEqual([["2026-03-29", 6, "prospects", "new"]]);

    const next = await shopOn(shop.id, "2026-03-30");
    await prisma.score.updateMany({ where: { shopId: shop.id, customerId: 1 }, data: { group: "loyal" } });
    await prisma.$transaction((db) => rebuildScores(db, next, "due"));
    expect(await movesOf(next)).toContainEqual(["2026-03-30", 1, "loyal", "dormant"]);
  });

  it("vanish where they led back on the same day, and with the customer", async () => {
    const shop = await smallShop();
    const of6 = () => prisma.$transaction((db) => refreshFacts(db, shop, [toCustomerId(6)]));
    await prisma.order.create({ data: orderRow(shop, 6, 61, "2026-03-29", 500) });
    await of6();
    await prisma.order.delete({ where: { shopId_id: { shopId: shop.id, id: 61 } } });
    await of6();
    expect(await movesOf(shop)).toEqual([]);

    await prisma.order.create({ data: orderRow(shop, 6, 61, "2026-03-29", 500) });
    await of6();
    const where = { shopId_id: { shopId: shop.id, id: 6 } };
    await prisma.customer.update({ where, data: { deletedAt: new Date() } });
    await of6();
    expect(await movesOf(shop)).toEqual([]);
  });
});

describe("seedMoves", () => {
  it("tells the groups of each month's end as they were, from scratch", async () => {
    const shop = await createShop("2026-03-29");
    await fillMirror(shop, 11);
    await rebuild(shop);
    await seed(shop);
    for (const day of replayDays(shop.today)) {
      expect(await groupsByMoves(shop, day), day).toEqual(await groupsOn(shop, day));
    }
    const days = new Set((await movesOf(shop)).map(([day]) => day));
    expect(days.size).toBeGreaterThan(6);
    expect([...days].at(-1)).toBe("2026-03-29");
  });

  it("tells what moved on the day it runs again, and nothing twice", async () => {
    const shop = await smallShop();
    await prisma.order.create({ data: orderRow(shop, 6, 61, "2026-03-29", 500) });
    await prisma.$transaction((db) => refreshFacts(db, shop, [toCustomerId(6)]));
    await seed(shop);
    const moves = await movesOf(shop);
    expect(moves).toContainEqual(["2026-03-29", 6, "prospects", "new"]);
    await seed(await shopOn(shop.id, "2026-03-30"));
    expect(await movesOf(shop)).toEqual(moves);
  });
});
