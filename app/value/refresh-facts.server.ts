import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId, type CustomerId } from "#app/platform/ids.ts";
import { lockShop } from "./lock-shop.server.ts";
import type { Counted, PurchaseChange } from "./purchase-change.ts";
import { refreshOwnFigures } from "./refresh-own-figures.server.ts";
import { refreshScores } from "./refresh-scores.server.ts";
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
    WITH stale AS MATERIALIZED (${stalePurchases(shop, customerIds)}),
      dropped AS (${dropStale(shop, customerIds)}),
      written AS (${writeStale(shop)})
    SELECT * FROM stale`;
  await writeFacts(db, shop, customerIds);
  await refreshOwnFigures(db, shop, customerIds);
  await refreshScores(db, shop, customerIds);
  return rows.map(toChange);
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
