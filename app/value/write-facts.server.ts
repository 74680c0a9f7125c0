import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { inScope, type Scope } from "./scope.server.ts";

/** Sums purchases up to one row of facts for every customer record in scope; none for one deleted or merged away. */
export async function writeFacts(db: Db, shop: Shop, scope: Scope): Promise<void> {
  await db.$executeRaw`
    DELETE FROM facts WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}
      AND NOT EXISTS (SELECT FROM customer c WHERE c.shop_id = facts.shop_id AND c.id = facts.customer_id
        AND c.deleted_at IS NULL AND c.merged_into IS NULL)`;
  await db.$executeRaw`
    INSERT INTO facts (shop_id, customer_id, ${COLUMNS})
    SELECT c.shop_id, c.id, coalesce(p.frequency, 0), coalesce(p.net_minor, 0), p.days[1],
      p.days[cardinality(p.days)], p.days[cardinality(p.days) - 1], coalesce(cardinality(p.days), 0),
      coalesce(p.net_minor - p.first_minor, 0)
    FROM customer c LEFT JOIN (${summedPurchases(shop, scope)}) p ON p.customer_id = c.id
    WHERE c.shop_id = ${shop.id} ${inScope(Prisma.sql`c.id`, scope)}
      AND c.deleted_at IS NULL AND c.merged_into IS NULL
    ON CONFLICT (shop_id, customer_id) DO UPDATE SET (${COLUMNS}) = (${columnsOf("excluded")})
    WHERE (${columnsOf("facts")}) IS DISTINCT FROM (${columnsOf("excluded")})`;
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
