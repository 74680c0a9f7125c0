import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { dateToDay, type Day } from "#app/platform/time.ts";

/** The day of the shop's oldest purchase; null where there is none. */
export async function firstPurchaseDay(db: Db, shop: Shop): Promise<Day | null> {
  const { _min } = await db.purchase.aggregate({ where: { shopId: shop.id }, _min: { day: true } });
  return _min.day === null ? null : dateToDay(_min.day);
}
