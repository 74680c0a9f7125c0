import { expect } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { dateToDay, type Day } from "#app/platform/time.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";
import { fillMirror } from "./random-history.ts";

export type BoughtRow = {
  customerId: bigint;
  day: Day;
  /** The customer's first day of purchase. */
  firstDay: Day;
  netMinor: number;
};

/** Fills the shop with a random history, facts and scores; returns its purchases as plain rows. */
export async function fillWithPurchases(shop: Shop, seed: number): Promise<BoughtRow[]> {
  await fillMirror(shop, seed);
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await rebuildScores(db, shop);
  });
  const rows = await prisma.purchase.findMany({ where: { shopId: shop.id }, orderBy: { day: "asc" } });
  const firstDays = new Map<bigint, Day>();
  return rows.map(({ customerId, day, grossMinor, refundedMinor }) => {
    const firstDay = firstDays.get(customerId) ?? dateToDay(day);
    firstDays.set(customerId, firstDay);
    return { customerId, day: dateToDay(day), firstDay, netMinor: Number(grossMinor - refundedMinor) };
  });
}

/** How many different customers are in the rows. */
export function customersIn(rows: readonly { customerId: bigint }[]): number {
  return new Set(rows.map(({ customerId }) => customerId)).size;
}

export function netOf(rows: readonly { netMinor: number }[]): number {
  return rows.reduce((sum, { netMinor }) => sum + netMinor, 0);
}

/** What a number equals that was summed up in another order. */
export function near(value: number, digits = 4): unknown {
  return expect.closeTo(value, digits);
}
