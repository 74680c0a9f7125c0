import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { countedOrders } from "./counted-orders.server.ts";
import { inScope, touchedOrders, type OrderScope, type Scope } from "./scope.server.ts";

/**
 * Where the table `purchase` differs from the mirror: of each such order, the purchase as it is kept (`old_`) and
 * as it should be (`new_`), one of them null where there is none. Of the customers' orders only those of `orders`
 * are looked at.
 */
export function stalePurchases(shop: Shop, scope: Scope, orders: OrderScope = "all"): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(o.order_id, n.order_id) AS order_id,
      o.customer_id AS old_customer, o.gross_minor AS old_gross, o.refunded_minor AS old_refunded,
      n.customer_id AS new_customer, n.gross_minor AS new_gross, n.refunded_minor AS new_refunded,
      n.day AS new_day, n.processed_at AS new_processed_at
    FROM (${keptPurchases(shop, scope, orders)}) o
    FULL JOIN (${countedOrders(shop, scope, orders)}) n ON n.order_id = o.order_id
    WHERE (o.customer_id, o.day, o.processed_at, o.gross_minor, o.refunded_minor)
      IS DISTINCT FROM (n.customer_id, n.day, n.processed_at, n.gross_minor, n.refunded_minor)`;
}

function keptPurchases(shop: Shop, scope: Scope, orders: OrderScope): Prisma.Sql {
  return orders === "all"
    ? Prisma.sql`SELECT * FROM purchase WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}`
    : Prisma.sql`
        SELECT purchase.* FROM ${touchedOrders(orders)}
        JOIN purchase USING (customer_id, order_id) WHERE purchase.shop_id = ${shop.id}`;
}

/** Takes away the purchases of `stale` that are no more, or are somebody else's now. */
export function dropStale(shop: Shop, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    DELETE FROM purchase USING stale
    WHERE purchase.shop_id = ${shop.id} ${inScope(Prisma.sql`purchase.customer_id`, scope)}
      AND purchase.customer_id = stale.old_customer
      AND purchase.order_id = stale.order_id AND stale.old_customer IS DISTINCT FROM stale.new_customer`;
}

/** Writes the purchases of `stale` as they should be. In order of the key, as far fewer pages are then turned over. */
export function writeStale(shop: Shop): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO purchase (shop_id, customer_id, order_id, day, processed_at, gross_minor, refunded_minor)
    SELECT ${shop.id}, new_customer, order_id, new_day, new_processed_at, new_gross, new_refunded
    FROM stale WHERE new_customer IS NOT NULL
    ORDER BY new_customer, order_id
    ON CONFLICT (shop_id, customer_id, order_id) DO UPDATE SET day = EXCLUDED.day,
      processed_at = EXCLUDED.processed_at, gross_minor = EXCLUDED.gross_minor,
      refunded_minor = EXCLUDED.refunded_minor`;
}
