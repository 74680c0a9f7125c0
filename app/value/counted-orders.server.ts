import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { livingCustomers } from "./living-customers.server.ts";
import { PAID_STATUSES } from "./purchase.ts";
import { inScope, touchedOrders, type OrderScope, type Scope } from "./scope.server.ts";

/**
 * The mirror's orders that are purchases, as rows of the table `purchase`: `purchase.ts` in SQL, for a whole
 * shop in one statement. `facts.server.test.ts` holds the two together.
 */
export function countedOrders(shop: Shop, scope: Scope, orders: OrderScope): Prisma.Sql {
  return Prisma.sql`
    SELECT paid.shop_id, paid.customer_id, paid.id AS order_id,
      (paid.processed_at AT TIME ZONE ${shop.timeZone})::date AS day, paid.processed_at,
      gross.minor AS gross_minor, least(gross.minor, coalesce(refunded.minor, 0)) AS refunded_minor
    FROM (${paidOrders(shop, scope, orders)}) paid
    CROSS JOIN LATERAL (SELECT greatest(0, ${grossOf(shop)}) AS minor) gross
    LEFT JOIN ${refundsOf(shop, scope)}`;
}

function paidOrders(shop: Shop, scope: Scope, orders: OrderScope): Prisma.Sql {
  return Prisma.sql`
    SELECT o.*, o.total_minor - o.gift_card_minor AS goods
    FROM (${theirOrders(shop, scope, orders)}) o
    JOIN (${livingCustomers(shop, scope, orders)}) living ON living.id = o.customer_id
    WHERE NOT o.test AND o.cancelled_at IS NULL AND o.deleted_at IS NULL
      AND o.financial_status IN (${Prisma.join([...PAID_STATUSES])})`;
}

/** Orders that are known are looked up by themselves, not as some of all that the customers have. */
function theirOrders(shop: Shop, scope: Scope, orders: OrderScope): Prisma.Sql {
  const every = Prisma.sql`SELECT * FROM "order" WHERE shop_id = ${shop.id}`;
  return orders === "all"
    ? Prisma.sql`${every} ${inScope(Prisma.sql`customer_id`, scope)}`
    : Prisma.sql`${every} AND id IN (SELECT order_id FROM ${touchedOrders(orders)}) OFFSET 0`;
}

/** The refunds of each order summed: of a few customers order by order, of a whole shop all at once. */
function refundsOf(shop: Shop, scope: Scope): Prisma.Sql {
  const sum = Prisma.sql`sum(greatest(0, ${refundedOf(shop)}))::bigint AS minor`;
  if (scope !== "all") {
    return Prisma.sql`LATERAL (
      SELECT ${sum} FROM refund WHERE refund.shop_id = paid.shop_id AND refund.order_id = paid.id
    ) refunded ON true`;
  }
  const orders = Prisma.sql`JOIN (
    SELECT id, tax_minor, total_minor - gift_card_minor AS goods FROM "order" WHERE shop_id = ${shop.id}
  ) paid ON paid.id = refund.order_id`;
  return Prisma.sql`(
    SELECT refund.order_id, ${sum} FROM refund ${shop.settings.countTax ? Prisma.empty : orders}
    WHERE refund.shop_id = ${shop.id} GROUP BY refund.order_id
  ) refunded ON refunded.order_id = paid.id`;
}

function grossOf({ settings }: Shop): Prisma.Sql {
  const kept = settings.countShipping ? Prisma.sql`goods` : Prisma.sql`(goods - shipping_minor)`;
  if (settings.countTax) return kept;
  const contained = share(Prisma.sql`tax_minor`, kept, Prisma.sql`goods`);
  return Prisma.sql`${kept} - CASE WHEN taxes_included THEN ${contained} ELSE tax_minor END`;
}

function refundedOf({ settings }: Shop): Prisma.Sql {
  const goods = Prisma.sql`refund.total_minor - refund.gift_card_minor`;
  const kept = settings.countShipping
    ? Prisma.sql`(${goods})`
    : Prisma.sql`(${goods} - refund.shipping_minor)`;
  if (settings.countTax) return kept;
  const carried = share(Prisma.sql`paid.tax_minor`, kept, Prisma.sql`paid.goods`);
  return Prisma.sql`${kept} - CASE WHEN refund.tax_minor > 0 THEN refund.tax_minor ELSE ${carried} END`;
}

/** `amount` × `part` / `whole`, rounded half up. */
function share(amount: Prisma.Sql, part: Prisma.Sql, whole: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${part} <= 0 OR ${whole} <= 0 THEN 0
    ELSE div(2 * ${amount}::numeric * ${part} + ${whole}, 2 * ${whole}::numeric)::bigint END`;
}
