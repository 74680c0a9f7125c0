import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId, type CustomerId } from "#app/platform/ids.ts";
import { dateToDay } from "#app/platform/time.ts";
import type { Purchase } from "#app/value/purchase.ts";
import { currentPolicy } from "./current-policy.server.ts";
import { standingOf, type Standing } from "./standing.ts";

/**
 * Where these customers stand today, for what Shopify should be told. A customer record that was deleted or
 * merged away, or has no standing yet, is left out; all are where no policy is in force.
 */
export async function standingsFor(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
): Promise<Map<CustomerId, Standing>> {
  const policy = await currentPolicy(db, shop.id);
  if (policy === null) return new Map();
  const where = { shopId: shop.id, customerId: { in: [...customerIds] } };
  const [stored, purchases] = await Promise.all([
    db.standing.findMany({ where, orderBy: { customerId: "asc" } }),
    db.purchase.findMany({ where }),
  ]);
  const purchasesOf = Map.groupBy(purchases, (purchase) => purchase.customerId);
  return new Map(
    stored.map((row) => [
      toCustomerId(row.customerId),
      standingOf(policy.definition, (purchasesOf.get(row.customerId) ?? []).map(toPurchase), shop.today, {
        kind: "standing",
        tierKey: row.tier,
        since: dateToDay(row.since),
      }),
    ]),
  );
}

/** Refunds' own days don't matter here: they count from the order's day on. */
function toPurchase(row: {
  orderId: bigint;
  day: Date;
  grossMinor: bigint;
  refundedMinor: bigint;
}): Purchase {
  const day = dateToDay(row.day);
  const refunds = row.refundedMinor === 0n ? [] : [{ day, minor: Number(row.refundedMinor) }];
  return { orderId: toOrderId(row.orderId), name: "", day, grossMinor: Number(row.grossMinor), refunds };
}
