import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { livingCustomers } from "./living-customers.server.ts";
import { inScope, inScopeWithout, type OrderScope, type Scope } from "./scope.server.ts";

/**
 * Sums purchases up to one row of facts for every customer record in scope; none for one deleted or merged away.
 * `orders`: which of theirs changed, where nothing else did.
 */
export async function writeFacts(
  db: Db,
  shop: Shop,
  scope: Scope,
  orders: OrderScope = "all",
): Promise<void> {
  if (orders === "all") await dropFacts(db, shop, scope);
  await db.$executeRaw`
    INSERT INTO facts (shop_id, customer_id, ${COLUMNS})
    SELECT ${shop.id}, living.id, coalesce(p.frequency, 0), coalesce(p.net_minor, 0), p.days[1],
      p.days[cardinality(p.days)], p.days[cardinality(p.days) - 1], coalesce(cardinality(p.days), 0),
      coalesce(p.net_minor - p.first_minor, 0)
    FROM (${livingCustomers(shop, scope, orders)}) living
    LEFT JOIN (${summedPurchases(shop, scope)}) p ON p.customer_id = living.id
    WHERE true
    ON CONFLICT (shop_id, customer_id) DO UPDATE SET (${COLUMNS}) = (${columnsOf("excluded")})
    WHERE (${columnsOf("facts")}) IS DISTINCT FROM (${columnsOf("excluded")})`;
}

/** Takes the facts of those who are gone away, and their moves between groups with them. */
async function dropFacts(db: Db, shop: Shop, scope: Scope): Promise<void> {
  const living = (customer: Prisma.Sql) => Prisma.sql`
    SELECT FROM customer c
    WHERE c.shop_id = ${shop.id} AND c.id = ${customer} AND c.deleted_at IS NULL AND c.merged_into IS NULL`;
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM facts
      WHERE shop_id = ${shop.id} ${inScopeWithout(Prisma.sql`facts.customer_id`, scope, living)}
      RETURNING shop_id, customer_id
    )
    DELETE FROM group_move USING gone
    WHERE group_move.shop_id = gone.shop_id AND group_move.customer_id = gone.customer_id`;
}

/**
 * All arrays are in the order of days, so that a single pass over the table's key makes them, a customer's
 * purchases at a time.
 */
function summedPurchases(shop: Shop, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT customer_id, frequency, net_minor, days,
      CASE WHEN order_days[2] = order_days[1] THEN (
        SELECT sum(each.net) FROM unnest(order_days, nets) AS each (day, net) WHERE each.day = order_days[1]
      ) ELSE nets[1] END AS first_minor
    FROM (
      SELECT customer_id, count(*)::int AS frequency, sum(gross_minor - refunded_minor)::bigint AS net_minor,
        array_agg(DISTINCT day ORDER BY day) AS days, array_agg(day ORDER BY day) AS order_days,
        array_agg(gross_minor - refunded_minor ORDER BY day) AS nets
      FROM purchase WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}
      GROUP BY customer_id
    ) bought`;
}

const NAMES = [
  "frequency",
  "net_minor",
  "first_day",
  "last_day",
  "previous_day",
  "purchase_days",
  "repeat_minor",
] as const;
const COLUMNS = columnsOf();

function columnsOf(table?: string): Prisma.Sql {
  return Prisma.raw(NAMES.map((name) => (table === undefined ? name : `${table}.${name}`)).join(", "));
}
