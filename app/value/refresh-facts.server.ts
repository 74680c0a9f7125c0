import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId, type CustomerId } from "#app/platform/ids.ts";
import { lockShop } from "./lock-shop.server.ts";
import type { Counted, PurchaseChange, TouchedOrder } from "./purchase-change.ts";
import { refreshOwnFigures } from "./refresh-own-figures.server.ts";
import { refreshScores } from "./refresh-scores.server.ts";
import type { OrderScope } from "./scope.server.ts";
import { addToFacts } from "./add-to-facts.server.ts";
import { dropStale, stalePurchases, writeStale } from "./stale-purchases.server.ts";
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
 * Brings purchases, facts and scores of a few customers up to the mirror; touches nobody else. Where the orders that
 * changed are known, the others are not looked at. Returns what changed: why a tier moves is told by it. To be
 * called in a transaction.
 */
export async function refreshFacts(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
  orders: OrderScope = "all",
): Promise<PurchaseChange[]> {
  await lockShop(db, shop.id);
  // What is read of a few customers lies anywhere in memory, and near: else whole tables are read for some hundreds.
  await db.$executeRaw`SET LOCAL random_page_cost = 1.1`;
  const changes =
    orders === "all"
      ? await refreshPurchases(db, shop, customerIds)
      : await refreshOrders(db, shop, customerIds, orders);
  await refreshOwnFigures(db, shop, customerIds);
  await refreshScores(db, shop, customerIds);
  return changes;
}

async function refreshPurchases(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
): Promise<PurchaseChange[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH ${writtenPurchases(shop, customerIds, "all")}
    SELECT * FROM stale`;
  await writeFacts(db, shop, customerIds);
  return rows.map(toChange);
}

async function refreshOrders(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
  orders: readonly TouchedOrder[],
): Promise<PurchaseChange[]> {
  if (orders.length === 0) return [];
  const rows = await db.$queryRaw<(Row & { added: boolean })[]>`
    WITH ${writtenPurchases(shop, customerIds, orders)},
      added AS (${addToFacts(shop)})
    SELECT stale.*, added.customer_id IS NOT NULL AS added
    FROM stale LEFT JOIN added ON added.customer_id = stale.new_customer`;
  const added = new Set(
    rows.flatMap((row) => (row.added && row.new_customer !== null ? row.new_customer : [])),
  );
  const others = customerIds.filter((id) => !added.has(id));
  if (others.length > 0) await writeFacts(db, shop, others, orders);
  return rows.map(toChange);
}

/** `stale` as a common table expression, and what brings the purchases up to it. */
function writtenPurchases(shop: Shop, customerIds: readonly CustomerId[], orders: OrderScope): Prisma.Sql {
  return Prisma.sql`
    stale AS MATERIALIZED (${stalePurchases(shop, customerIds, orders)}),
    dropped AS (${dropStale(shop, customerIds)}),
    written AS (${writeStale(shop)})`;
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
