import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { inScope, type Scope } from "../scope.server.ts";

/** The histories of the customers in scope who have a purchase, as of the shop's day. */
export function buyers(shop: Shop, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT customer_id, purchase_days - 1 AS repeats, last_day - first_day AS recency_days,
      greatest(last_day, ${shop.today}::date) - first_day AS age_days, repeat_minor::float8 AS repeat_minor
    FROM facts
    WHERE shop_id = ${shop.id} AND purchase_days > 0 ${inScope(Prisma.sql`customer_id`, scope)}`;
}
