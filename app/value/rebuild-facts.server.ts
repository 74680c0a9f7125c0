import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { countedOrders } from "./counted-orders.server.ts";
import { lockShop } from "./lock-shop.server.ts";
import { writeFacts } from "./write-facts.server.ts";

/** All purchases and facts of a shop anew from the mirror, set by set. To be called in a transaction. */
export async function rebuildFacts(db: Db, shop: Shop): Promise<void> {
  await lockShop(db, shop.id);
  // Right after an import the planner knows nothing of the tables, and would join them row by row.
  await db.$executeRaw`ANALYZE customer, "order", refund`;
  await db.$executeRaw`DELETE FROM purchase WHERE shop_id = ${shop.id}`;
  await db.$executeRaw`
    INSERT INTO purchase (shop_id, customer_id, order_id, day, processed_at, gross_minor, refunded_minor)
    ${countedOrders(shop, "all")}`;
  await db.$executeRaw`ANALYZE purchase`;
  await writeFacts(db, shop, "all");
  await db.$executeRaw`ANALYZE facts`;
}
