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
    INSERT INTO facts (shop_id, customer_id, frequency, net_minor, first_day, last_day)
    SELECT c.shop_id, c.id, coalesce(p.frequency, 0), coalesce(p.net_minor, 0), p.first_day, p.last_day
    FROM customer c LEFT JOIN (
      SELECT customer_id, count(*)::int AS frequency, sum(gross_minor - refunded_minor)::bigint AS net_minor,
        min(day) AS first_day, max(day) AS last_day
      FROM purchase WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)} GROUP BY customer_id
    ) p ON p.customer_id = c.id
    WHERE c.shop_id = ${shop.id} ${inScope(Prisma.sql`c.id`, scope)}
      AND c.deleted_at IS NULL AND c.merged_into IS NULL
    ON CONFLICT (shop_id, customer_id) DO UPDATE SET frequency = EXCLUDED.frequency,
      net_minor = EXCLUDED.net_minor, first_day = EXCLUDED.first_day, last_day = EXCLUDED.last_day
    WHERE (facts.frequency, facts.net_minor, facts.first_day, facts.last_day)
      IS DISTINCT FROM (EXCLUDED.frequency, EXCLUDED.net_minor, EXCLUDED.first_day, EXCLUDED.last_day)`;
}
