import { prisma } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { toShopId } from "#app/platform/ids.ts";
import type { Settings } from "#app/platform/settings.ts";
import { startOfDay, toDay } from "#app/platform/time.ts";

export type OrderRow = Prisma.OrderCreateManyInput;
export type RefundRow = Prisma.RefundCreateManyInput;

let shops = 0;

/** A shop in London at noon of the given day. */
export async function createShop(today: string, settings: Partial<Settings> = {}): Promise<Shop> {
  shops += 1;
  const domain = `shop-${shops}.myshopify.com`;
  const { id } = await prisma.shop.create({
    data: { domain, name: domain, currency: "GBP", timeZone: "Europe/London", settings },
  });
  return shopOn(toShopId(id), today);
}

/** The shop as it is at noon of another day. */
export async function shopOn(shopId: Shop["id"], today: string): Promise<Shop> {
  return readShop(prisma, shopId, new Date(`${today}T12:00:00Z`));
}

export async function addCustomers(shop: Shop, ids: readonly number[], joined = "2020-01-01"): Promise<void> {
  const at = startOfDay(toDay(joined), shop.timeZone);
  await prisma.customer.createMany({
    data: ids.map((id) => ({ shopId: shop.id, id, tags: [], createdAt: at, updatedAt: at })),
  });
}

/** A paid order row of goods only; `fields` change it. */
export function orderRow(
  shop: Shop,
  customerId: number,
  id: number,
  day: string,
  totalMinor: number,
  fields: Partial<OrderRow> = {},
): OrderRow {
  const at = new Date(`${day}T12:00:00Z`);
  return {
    shopId: shop.id,
    id,
    customerId,
    name: `#${id}`,
    processedAt: at,
    createdAt: at,
    updatedAt: at,
    test: false,
    financialStatus: "PAID",
    subtotalMinor: totalMinor,
    giftCardMinor: 0,
    shippingMinor: 0,
    taxMinor: 0,
    totalMinor,
    taxesIncluded: false,
    ...fields,
  };
}

export function refundRow(
  shop: Shop,
  orderId: number,
  id: number,
  day: string,
  totalMinor: number,
  fields: Partial<RefundRow> = {},
): RefundRow {
  return {
    shopId: shop.id,
    orderId,
    id,
    createdAt: new Date(`${day}T12:00:00Z`),
    totalMinor,
    shippingMinor: 0,
    taxMinor: 0,
    giftCardMinor: 0,
    ...fields,
  };
}
