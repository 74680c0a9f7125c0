import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { Applied } from "./applied.ts";
import type { NewsOf, NewsOrder, NewsRefund } from "./news.ts";
import {
  addUnknownCustomers,
  deleteLines,
  insertLines,
  upsertOrders,
  upsertRefunds,
} from "./order-sql.server.ts";

/** An order as a message tells it: wholly, or not at all where the mirror's is newer. */
export async function applyOrder(db: Db, shopId: ShopId, order: NewsOrder, toldAt: Date): Promise<Applied> {
  const orders = ordersFrom(order);
  await db.$executeRaw(addUnknownCustomers(shopId, orders));
  // A merge of the customer that goes on at the same time is seen, or waits.
  await db.$executeRaw`SELECT FROM customer
    WHERE shop_id = ${shopId} AND id = ${order.customerId}::bigint FOR SHARE`;
  const before = await customerOf(db, shopId, order.id);
  const [written] = await db.$queryRaw<{ id: bigint; customer_id: bigint | null }[]>(
    upsertOrders(shopId, toldAt, orders),
  );
  if (written === undefined) return { stale: true, customerIds: [] };
  const it = Prisma.sql`(SELECT ${order.id}::bigint AS id)`;
  await db.$executeRaw(deleteLines(shopId, it));
  await db.$executeRaw(insertLines(shopId, it, linesFrom(order)));
  await db.$executeRaw(upsertRefunds(shopId, it, refundsFrom(order.id, order.refunds)));
  return touching(order.id, before, written.customer_id);
}

/** A refund, which may come before its order does. */
export async function applyRefund(db: Db, shopId: ShopId, news: NewsOf<"refund">): Promise<Applied> {
  const it = Prisma.sql`(SELECT ${news.orderId}::bigint AS id)`;
  await db.$executeRaw(upsertRefunds(shopId, it, refundsFrom(news.orderId, [news.refund])));
  return touching(news.orderId, await customerOf(db, shopId, news.orderId));
}

/** A deletion leaves a mark, so that an older message which comes later does not bring the order back. */
export async function applyOrderDeleted(db: Db, shopId: ShopId, orderId: string, at: Date): Promise<Applied> {
  await db.$executeRaw`
    INSERT INTO "order" AS o (
      shop_id, id, name, processed_at, created_at, updated_at, told_at, test, financial_status, subtotal_minor,
      gift_card_minor, shipping_minor, tax_minor, total_minor, taxes_included, deleted_at
    )
    VALUES (
      ${shopId}, ${orderId}::bigint, '', 'epoch', 'epoch', 'epoch', 'epoch', false, 'VOIDED', 0, 0, 0, 0, 0, false, ${at}
    )
    ON CONFLICT (shop_id, id) DO UPDATE SET deleted_at = least(o.deleted_at, excluded.deleted_at)`;
  return touching(orderId, await customerOf(db, shopId, orderId));
}

/** Whose order it is in the mirror. */
export async function customerOf(db: Db, shopId: ShopId, orderId: string): Promise<bigint | null> {
  const where = { shopId_id: { shopId, id: BigInt(orderId) } };
  const order = await db.order.findUnique({ where, select: { customerId: true } });
  return order?.customerId ?? null;
}

/** An order changed that is theirs, or was. */
export function touching(orderId: string, ...owners: readonly (bigint | null)[]): Applied {
  const customerIds = [...new Set(owners)].flatMap((id) => (id === null ? [] : id.toString()));
  return { stale: false, customerIds, orders: customerIds.map((customerId) => ({ orderId, customerId })) };
}

function ordersFrom({ lines: _lines, refunds: _refunds, ...order }: NewsOrder): Prisma.Sql {
  return Prisma.sql`(
    SELECT id, "customerId" AS customer_id, name, "processedAt" AS processed_at, "createdAt" AS created_at,
      "updatedAt" AS updated_at, "cancelledAt" AS cancelled_at, test, "financialStatus" AS financial_status,
      "subtotalMinor" AS subtotal_minor, "giftCardMinor" AS gift_card_minor,
      "shippingMinor" AS shipping_minor, "taxMinor" AS tax_minor, "totalMinor" AS total_minor,
      "taxesIncluded" AS taxes_included
    FROM jsonb_to_record(${JSON.stringify(order)}::jsonb) AS told(
      id bigint, "customerId" bigint, name text, "processedAt" timestamptz, "createdAt" timestamptz,
      "updatedAt" timestamptz, "cancelledAt" timestamptz, test boolean, "financialStatus" text,
      "subtotalMinor" bigint, "giftCardMinor" bigint, "shippingMinor" bigint, "taxMinor" bigint,
      "totalMinor" bigint, "taxesIncluded" boolean))`;
}

function linesFrom({ id, lines }: NewsOrder): Prisma.Sql {
  return Prisma.sql`(
    SELECT ${id}::bigint AS order_id, id, "productId" AS product_id, "variantId" AS variant_id, sku, quantity,
      "totalMinor" AS total_minor, "giftCard" AS gift_card
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS told(
      id bigint, "productId" bigint, "variantId" bigint, sku text, quantity int, "totalMinor" bigint,
      "giftCard" boolean))`;
}

function refundsFrom(orderId: string, refunds: readonly NewsRefund[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT ${orderId}::bigint AS order_id, id, "createdAt" AS created_at, "totalMinor" AS total_minor,
      "shippingMinor" AS shipping_minor, "taxMinor" AS tax_minor, "giftCardMinor" AS gift_card_minor
    FROM jsonb_to_recordset(${JSON.stringify(refunds)}::jsonb) AS told(
      id bigint, "createdAt" timestamptz, "totalMinor" bigint, "shippingMinor" bigint, "taxMinor" bigint,
      "giftCardMinor" bigint))`;
}
