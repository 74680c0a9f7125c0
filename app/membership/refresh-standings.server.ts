import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId, type CustomerId } from "#app/platform/ids.ts";
import { dayToDate } from "#app/platform/time.ts";
import { lockShop } from "#app/value/lock-shop.server.ts";
import type { PurchaseChange } from "#app/value/purchase-change.ts";
import { causeOf, type LeftOrder } from "./cause.ts";
import { currentPolicy, type Policy } from "./current-policy.server.ts";
import { dropStandings } from "./drop-standings.server.ts";
import { leaveDaySql } from "./windowed-spend.server.ts";
import { writeStandings } from "./write-standings.server.ts";

type Moved = {
  customer_id: bigint;
  from_tier: string | null;
  to_tier: string;
  from_rank: number | null;
  to_rank: number;
};

/**
 * Brings the standings of a few customers up to their purchases; notes each move with its cause. `changes`:
 * what `refreshFacts` found in the same transaction. Does nothing where no policy is in force.
 */
export async function refreshStandings(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
  changes: readonly PurchaseChange[],
): Promise<void> {
  const policy = await currentPolicy(db, shop.id);
  if (policy === null) return;
  await lockShop(db, shop.id);
  const left = await leftOrders(db, shop, policy, customerIds);
  await dropStandings(db, shop, customerIds);
  const moved = await db.$queryRaw<Moved[]>`
    ${writeStandings(shop, policy, customerIds)}
    SELECT customer_id, from_tier, to_tier, from_rank, to_rank FROM moved`;
  await db.tierMove.createMany({
    data: moved.map((row) => {
      const move = {
        customerId: toCustomerId(row.customer_id),
        fromRank: row.from_rank,
        toRank: row.to_rank,
      };
      return {
        shopId: shop.id,
        customerId: row.customer_id,
        day: dayToDate(shop.today),
        fromTier: row.from_tier,
        toTier: row.to_tier,
        policyVersion: policy.version,
        cause: causeOf(move, changes, left.get(move.customerId) ?? []),
      };
    }),
  });
}

/** The orders that left the window since each customer's standing was last computed. */
async function leftOrders(
  db: Db,
  shop: Shop,
  policy: Policy,
  customerIds: readonly CustomerId[],
): Promise<Map<CustomerId, LeftOrder[]>> {
  const rows = await db.$queryRaw<{ customer_id: bigint; order_id: bigint; minor: bigint }[]>`
    SELECT customer_id, order_id, gross_minor - refunded_minor AS minor
    FROM standing JOIN purchase USING (shop_id, customer_id)
    WHERE shop_id = ${shop.id} AND customer_id = ANY (${customerIds.map(String)}::bigint[])
      AND gross_minor > refunded_minor
      AND ${leaveDaySql(policy.definition.window, Prisma.sql`day`)} BETWEEN next_day AND ${shop.today}::date
    ORDER BY order_id`;
  const left = new Map<CustomerId, LeftOrder[]>();
  for (const row of rows) {
    const customerId = toCustomerId(row.customer_id);
    const order = { orderId: toOrderId(row.order_id), minor: Number(row.minor) };
    left.set(customerId, [...(left.get(customerId) ?? []), order]);
  }
  return left;
}
