import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { refreshLater } from "#app/jobs/refresh-later.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";

/**
 * At the start of a shop day: cuts the scores anew and hands on, by jobs, everybody whose standing reads
 * differently from today on or who came into another group. Does nothing where the day was rolled to already.
 * To be called in a transaction.
 */
export async function rollDay(db: Db, shop: Shop): Promise<void> {
  const claimed = await db.$executeRaw`
    UPDATE shop SET rolled_to = ${shop.today}::date WHERE id = ${shop.id} AND rolled_to < ${shop.today}::date`;
  if (claimed === 0) return;
  const regrouped = await rebuildScores(db, shop, "due");
  const due = await db.$queryRaw<{ customer_id: bigint }[]>`
    SELECT customer_id FROM standing WHERE shop_id = ${shop.id} AND next_day <= ${shop.today}::date`;
  await refreshLater(db, shop.id, [
    ...new Set([...regrouped, ...due.map((row) => toCustomerId(row.customer_id))]),
  ]);
  await enqueue(db, "value.refresh", { shopId: shop.id });
}
