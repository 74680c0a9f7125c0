import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId, type CustomerId } from "#app/platform/ids.ts";
import { countedOrders } from "./counted-orders.server.ts";
import { lockShop } from "./lock-shop.server.ts";
import type { Counted, PurchaseChange } from "./purchase-change.ts";
import { refreshOwnFigures } from "./refresh-own-figures.server.ts";
import { refreshScores } from "./refresh-scores.server.ts";
import { writeFacts } from "./write-facts.server.ts";

type Row = {
  order_id: bigint;
  old_customer: bigint | null;
  old_gross: bigint | null;
  old_refunded: bigint | null;
  new_customer: bigint | null;
  new_gross: bigint | null;
  new_refunded: bigint | null;
};

/**
 * Brings purchases, facts and scores of a few customers up to the mirror; touches nobody else. Returns what
 * changed: why a tier moves is told by it. To be called in a transaction.
 */
export async function refreshFacts(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
): Promise<PurchaseChange[]> {
  await lockShop(db, shop.id);
  const rows = await db.$queryRaw<Row[]>`
    SELECT coalesce(o.order_id, n.order_id) AS order_id,
      o.customer_id AS old_customer, o.gross_minor AS old_gross, o.refunded_minor AS old_refunded,
      n.customer_id AS new_customer, n.gross_minor AS new_gross, n.refunded_minor AS new_refunded
    FROM (SELECT * FROM purchase WHERE shop_id = ${shop.id} AND customer_id = ANY (${customerIds.map(String)}::bigint[])) o
    FULL JOIN (${countedOrders(shop, customerIds)}) n ON n.order_id = o.order_id
    WHERE (o.customer_id, o.day, o.processed_at, o.gross_minor, o.refunded_minor)
      IS DISTINCT FROM (n.customer_id, n.day, n.processed_at, n.gross_minor, n.refunded_minor)`;
  const changes = rows.map(toChange);
  if (changes.length > 0) await writePurchases(db, shop, customerIds, changes);
  await writeFacts(db, shop, customerIds);
  await refreshOwnFigures(db, shop, customerIds);
  await refreshScores(db, shop, customerIds);
  return changes;
}

async function writePurchases(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
  changes: readonly PurchaseChange[],
): Promise<void> {
  const orders = Prisma.sql`ANY (${changes.map((change) => String(change.orderId))}::bigint[])`;
  await db.$executeRaw`
    DELETE FROM purchase WHERE shop_id = ${shop.id} AND order_id = ${orders}
      AND customer_id = ANY (${customerIds.map(String)}::bigint[])`;
  await db.$executeRaw`
    INSERT INTO purchase (shop_id, customer_id, order_id, day, processed_at, gross_minor, refunded_minor)
    SELECT * FROM (${countedOrders(shop, customerIds)}) counted WHERE order_id = ${orders}`;
}

function toChange(row: Row): PurchaseChange {
  return {
    orderId: toOrderId(row.order_id),
    before: toCounted(row.old_customer, row.old_gross, row.old_refunded),
    after: toCounted(row.new_customer, row.new_gross, row.new_refunded),
  };
}

function toCounted(customer: bigint | null, gross: bigint | null, refunded: bigint | null): Counted | null {
  return customer === null
    ? null
    : { customerId: toCustomerId(customer), grossMinor: Number(gross), refundedMinor: Number(refunded) };
}
