import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { groupsOf } from "#app/platform/groups.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";

/** Customers in one job: what a statement costs whomever it is about is then shared by many. */
export const ROLL_BATCH = 2000;

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
  const ids = [...new Set([...regrouped, ...due.map((row) => row.customer_id)].map(String))];
  for (const customerIds of groupsOf(ids, ROLL_BATCH)) {
    await enqueue(db, "customers.refresh", { shopId: shop.id, customerIds, orders: [] });
  }
  await enqueue(db, "value.refresh", { shopId: shop.id });
}
