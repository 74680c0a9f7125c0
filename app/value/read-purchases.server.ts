import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId, type CustomerId } from "#app/platform/ids.ts";
import { isPurchase, purchaseOf, type Amounts, type Purchase } from "./purchase.ts";

/** All purchases of a few customers with every refund and its day, straight from the mirror, the oldest first. */
export async function readPurchases(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
): Promise<Map<CustomerId, Purchase[]>> {
  const orders = await db.order.findMany({
    where: { shopId: shop.id, customerId: { in: [...customerIds] } },
    orderBy: [{ processedAt: "asc" }, { id: "asc" }],
  });
  const refunds = await db.refund.findMany({
    where: { shopId: shop.id, orderId: { in: orders.map((order) => order.id) } },
  });
  const refundsOf = Map.groupBy(refunds, (refund) => refund.orderId);
  const purchases = new Map<CustomerId, Purchase[]>(customerIds.map((id) => [id, []]));
  for (const order of orders) {
    if (order.customerId === null || !isPurchase(order)) continue;
    const purchase = purchaseOf(
      {
        ...toAmounts(order),
        id: toOrderId(order.id),
        name: order.name,
        processedAt: order.processedAt,
        taxesIncluded: order.taxesIncluded,
        refunds: (refundsOf.get(order.id) ?? []).map((refund) => ({
          ...toAmounts(refund),
          createdAt: refund.createdAt,
        })),
      },
      shop.settings,
      shop.timeZone,
    );
    purchases.get(toCustomerId(order.customerId))?.push(purchase);
  }
  return purchases;
}

function toAmounts(row: Record<keyof Amounts, bigint>): Amounts {
  return {
    totalMinor: Number(row.totalMinor),
    giftCardMinor: Number(row.giftCardMinor),
    shippingMinor: Number(row.shippingMinor),
    taxMinor: Number(row.taxMinor),
  };
}
