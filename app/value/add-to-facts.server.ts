import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";

/**
 * Adds the new purchases of `stale` to the facts of those customers whose last they are, all of one day: the others
 * of theirs are then not read again. Returns these customers' ids; `writeFacts` is for everybody else.
 */
export function addToFacts(shop: Shop): Prisma.Sql {
  return Prisma.sql`
    UPDATE facts SET frequency = frequency + new.orders, net_minor = net_minor + new.minor,
      first_day = coalesce(first_day, new.day), last_day = new.day,
      previous_day = CASE WHEN last_day < new.day THEN last_day ELSE previous_day END,
      purchase_days = purchase_days + CASE WHEN last_day = new.day THEN 0 ELSE 1 END,
      repeat_minor = repeat_minor + CASE WHEN first_day < new.day THEN new.minor ELSE 0 END
    FROM (
      SELECT customer_id, count(*)::int AS orders, sum(minor)::bigint AS minor, min(day) AS day
      FROM (
        SELECT new_customer AS customer_id, new_day AS day, new_gross - new_refunded AS minor,
          old_customer IS NULL AS is_new
        FROM stale WHERE new_customer IS NOT NULL
        UNION ALL SELECT old_customer, NULL, NULL, false FROM stale WHERE old_customer IS NOT NULL
      ) change
      GROUP BY customer_id HAVING bool_and(is_new) AND min(day) = max(day)
    ) new
    WHERE facts.shop_id = ${shop.id} AND facts.customer_id = new.customer_id
      AND (last_day IS NULL OR last_day <= new.day)
    RETURNING facts.customer_id`;
}
