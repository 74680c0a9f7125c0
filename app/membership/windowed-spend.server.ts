import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { inScope, type Scope } from "#app/value/scope.server.ts";
import type { Window } from "./policy.ts";

/** `leaveDay` of `window.ts` in SQL. */
export function leaveDaySql(window: Window, day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${day} + make_interval(months => ${window.months}::int))::date`;
}

/** Rows (customer_id, leaves, net): what of each customer's spend in the window leaves it on which day. */
export function windowedSpend(shop: Shop, window: Window, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT customer_id, leaves, sum(net)::bigint AS net
    FROM (
      SELECT customer_id, ${leaveDaySql(window, Prisma.sql`day`)} AS leaves, gross_minor - refunded_minor AS net
      FROM purchase
      WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}
        AND day > ${shop.today}::date - make_interval(months => ${window.months}::int, days => 4)
    ) p
    WHERE leaves > ${shop.today}::date AND net > 0
    GROUP BY customer_id, leaves`;
}
