import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopId } from "#app/platform/ids.ts";

/**
 * How orders get into the mirror, whoever brings them: `from` is a relation with the columns named in each.
 * Newer wins: by Shopify's `updated_at`, and by when Shopify told it where that is the same second.
 */

/**
 * Writes orders that are newer than the mirror's; gives back `id`, `customer_id` of those it wrote. An order
 * of a customer who was merged away is the kept customer's. A deleted order stays deleted.
 */
export function upsertOrders(shopId: ShopId, toldAt: Date, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "order" AS o (
      shop_id, id, customer_id, name, processed_at, created_at, updated_at, told_at, cancelled_at, test,
      financial_status, subtotal_minor, gift_card_minor, shipping_minor, tax_minor, total_minor, taxes_included
    )
    SELECT ${shopId}::int, s.id, coalesce(c.merged_into, s.customer_id), s.name, s.processed_at, s.created_at,
      s.updated_at, ${toldAt}::timestamptz, s.cancelled_at, s.test, s.financial_status, s.subtotal_minor,
      s.gift_card_minor, s.shipping_minor, s.tax_minor, s.total_minor, s.taxes_included
    FROM ${from} AS s
    LEFT JOIN customer c ON c.shop_id = ${shopId}::int AND c.id = s.customer_id
    ORDER BY s.id
    ON CONFLICT (shop_id, id) DO UPDATE SET
      customer_id = excluded.customer_id, name = excluded.name, processed_at = excluded.processed_at,
      created_at = excluded.created_at, updated_at = excluded.updated_at, told_at = excluded.told_at,
      cancelled_at = excluded.cancelled_at, test = excluded.test,
      financial_status = excluded.financial_status, subtotal_minor = excluded.subtotal_minor,
      gift_card_minor = excluded.gift_card_minor, shipping_minor = excluded.shipping_minor,
      tax_minor = excluded.tax_minor, total_minor = excluded.total_minor,
      taxes_included = excluded.taxes_included
    WHERE (o.updated_at, o.told_at) < (excluded.updated_at, excluded.told_at)
    RETURNING o.id, o.customer_id`;
}

/**
 * Takes away all lines of the `written` orders (`id`), for `insertLines` to write anew. Whoever wrote an
 * order holds its row until the transaction ends, so nobody else writes its lines in between.
 */
export function deleteLines(shopId: ShopId, written: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    DELETE FROM order_line l USING ${written} AS w
    WHERE l.shop_id = ${shopId}::int AND l.order_id = w.id`;
}

export function insertLines(shopId: ShopId, written: Prisma.Sql, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO order_line (
      shop_id, order_id, id, product_id, variant_id, sku, quantity, total_minor, gift_card
    )
    SELECT ${shopId}::int, s.order_id, s.id, s.product_id, s.variant_id, s.sku, s.quantity, s.total_minor,
      s.gift_card
    FROM ${from} AS s JOIN ${written} AS w ON w.id = s.order_id`;
}

/** Refunds only ever come: one that older news does not know is no less there. */
export function upsertRefunds(shopId: ShopId, written: Prisma.Sql, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO refund (
      shop_id, order_id, id, created_at, total_minor, shipping_minor, tax_minor, gift_card_minor
    )
    SELECT ${shopId}::int, s.order_id, s.id, s.created_at, s.total_minor, s.shipping_minor, s.tax_minor,
      s.gift_card_minor
    FROM ${from} AS s JOIN ${written} AS w ON w.id = s.order_id
    ON CONFLICT (shop_id, order_id, id) DO UPDATE SET
      created_at = excluded.created_at, total_minor = excluded.total_minor,
      shipping_minor = excluded.shipping_minor, tax_minor = excluded.tax_minor,
      gift_card_minor = excluded.gift_card_minor`;
}

/**
 * Rows for customers of whom only an order is known so far (`customer_id`, `created_at`): nothing else is
 * said of them, and whatever comes is newer.
 */
export function addUnknownCustomers(shopId: ShopId, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO customer AS c (shop_id, id, tags, created_at, updated_at)
    SELECT ${shopId}::int, s.customer_id, '{}', min(s.created_at), 'epoch'
    FROM ${from} AS s WHERE s.customer_id IS NOT NULL
    GROUP BY s.customer_id ORDER BY s.customer_id
    ON CONFLICT (shop_id, id) DO UPDATE SET created_at = excluded.created_at
    WHERE c.updated_at = 'epoch' AND excluded.created_at < c.created_at`;
}
