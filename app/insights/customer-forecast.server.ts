import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { CLV_CLASSES, type ClvClass } from "#app/value/clv/clv-class.ts";

/** What is expected of a customer in the next 12 months; money in minor units. */
export type CustomerForecast = {
  /** P(alive), from 0 to 1. */
  alive: number;
  purchases: number;
  spendMinor: number;
  /** CLV: discounted margin, and between which amounts four of five such customers end. */
  valueMinor: number;
  lowMinor: number;
  highMinor: number;
  clvClass: ClvClass;
  /** Is all of the money margin, and none taken off for waiting? Then spend and value are the same. */
  plain: boolean;
};

/** Null where nothing is predicted of her: no purchase, or a shop with too little history. */
export async function customerForecast(shop: Shop, customerId: CustomerId): Promise<CustomerForecast | null> {
  const row = await prisma.prediction.findUnique({
    where: { shopId_customerId: { shopId: shop.id, customerId } },
  });
  if (row === null) return null;
  const { grossMargin, yearlyDiscount } = shop.settings;
  return {
    alive: row.alive,
    purchases: row.purchases,
    spendMinor: Number(row.spendMinor),
    valueMinor: Number(row.valueMinor),
    lowMinor: Number(row.lowMinor),
    highMinor: Number(row.highMinor),
    clvClass: CLV_CLASSES.find((each) => each === row.clvClass) ?? "low",
    plain: grossMargin === 1 && yearlyDiscount === 0,
  };
}
