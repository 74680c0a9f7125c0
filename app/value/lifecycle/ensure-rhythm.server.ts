import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addMonths, dateToDay, dayToDate, daysBetween } from "#app/platform/time.ts";
import { readGaps } from "./read-gaps.server.ts";
import { readRhythm } from "./read-rhythm.server.ts";
import { isProvisional, rhythmOf, type Buyers, type Rhythm } from "./rhythm.ts";

/**
 * The shop's rhythm: as last taken, or taken anew where that is a month ago, never was, or rested on too little.
 * To be called in a transaction.
 */
export async function ensureRhythm(db: Db, shop: Shop): Promise<Rhythm> {
  const kept = await readRhythm(db, shop.id);
  if (kept !== null && !isProvisional(kept.rhythm) && addMonths(kept.day, 1) > shop.today) return kept.rhythm;
  const rhythm = rhythmOf(await readGaps(db, shop), await readBuyers(db, shop), await historyDays(db, shop));
  const row = { day: dayToDate(shop.today), limits: rhythm };
  await db.rhythm.upsert({ where: { shopId: shop.id }, create: { shopId: shop.id, ...row }, update: row });
  return rhythm;
}

async function readBuyers(db: Db, shop: Shop): Promise<Buyers[]> {
  const groups = await db.facts.groupBy({
    by: ["purchaseDays"],
    where: { shopId: shop.id, purchaseDays: { gt: 0 } },
    _count: true,
  });
  return groups.map(({ purchaseDays, _count }) => ({ purchaseDays, customers: _count }));
}

async function historyDays(db: Db, shop: Shop): Promise<number> {
  const { _min } = await db.facts.aggregate({ where: { shopId: shop.id }, _min: { firstDay: true } });
  return _min.firstDay === null ? 0 : daysBetween(dateToDay(_min.firstDay), shop.today);
}
