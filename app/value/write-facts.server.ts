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
    SELECT c.shop_id, c.id, coalesce(p.frequency, 0), coalesce(p.net_minor, 0), p.first_day, p.last_day,
      p.previous_day, coalesce(p.purchase_days, 0), coalesce(p.net_minor - p.first_minor, 0)
    FROM customer c LEFT JOIN (
      SELECT customer_id, sum(orders)::int AS frequency, sum(net)::bigint AS net_minor,
        min(day) AS first_day, max(day) AS last_day, count(*)::int AS purchase_days,
        (array_agg(day ORDER BY day DESC))[2] AS previous_day, (array_agg(net ORDER BY day))[1] AS first_minor
      FROM (
        SELECT customer_id, day, count(*) AS orders, sum(gross_minor - refunded_minor)::bigint AS net
        FROM purchase WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}
        GROUP BY customer_id, day
      ) bought
      GROUP BY customer_id
    ) p ON p.customer_id = c.id
    WHERE c.shop_id = ${shop.id} ${inScope(Prisma.sql`c.id`, scope)}
      AND c.deleted_at IS NULL AND c.merged_into IS NULL
    ON CONFLICT (shop_id, customer_id) DO UPDATE SET (${COLUMNS}) = (${columnsOf("excluded")})
    WHERE (${columnsOf("facts")}) IS DISTINCT FROM (${columnsOf("excluded")})`;
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
