import type { OrderId } from "#app/platform/ids.ts";
import type { Settings } from "#app/platform/settings.ts";
import { dayOf, type Day } from "#app/platform/time.ts";

/** What of an order's money the shop counts as spend. */
export type SpendRule = Pick<Settings, "countTax" | "countShipping">;

/** Money of an order or of a refund, in minor units: the whole and the parts that Shopify names. */
export type Amounts = { totalMinor: number; giftCardMinor: number; shippingMinor: number; taxMinor: number };

export type PaidOrder = Amounts & {
  id: OrderId;
  name: string;
  processedAt: Date;
  /** Do the order's prices, shipping's too, contain the tax? */
  taxesIncluded: boolean;
  refunds: readonly (Amounts & { createdAt: Date })[];
};

export type Refund = { day: Day; minor: number };

/** An order as the shop counts it. Net spend is `grossMinor` less all refunds, never below 0. */
export type Purchase = {
  orderId: OrderId;
  name: string;
  day: Day;
  grossMinor: number;
  refunds: readonly Refund[];
};

/** Shopify's financial statuses of an order that was paid for, whatever was given back later. */
export const PAID_STATUSES = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"] as const;

/** Is the order a purchase at all? Whose it is decides the caller. */
export function isPurchase(order: {
  test: boolean;
  cancelledAt: Date | null;
  deletedAt: Date | null;
  financialStatus: string;
}): boolean {
  const paid = PAID_STATUSES.some((status) => status === order.financialStatus);
  return paid && !order.test && order.cancelledAt === null && order.deletedAt === null;
}

/**
 * What counts of a paid order. Gift cards sold never count. Where tax doesn't count and a refund doesn't name
 * its tax, it carries the order's share of it. Refunds beyond what counted are cut off, the latest first.
 */
export function purchaseOf(order: PaidOrder, rule: SpendRule, timeZone: string): Purchase {
  const grossMinor = Math.max(0, countedOfOrder(order, rule));
  const byDate = order.refunds.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const refunds: Refund[] = [];
  let left = grossMinor;
  for (const refund of byDate) {
    const minor = Math.min(left, Math.max(0, countedOfRefund(refund, order, rule)));
    left -= minor;
    if (minor > 0) refunds.push({ day: dayOf(refund.createdAt, timeZone), minor });
  }
  return {
    orderId: order.id,
    name: order.name,
    day: dayOf(order.processedAt, timeZone),
    grossMinor,
    refunds,
  };
}

export function netSpend(purchase: Pick<Purchase, "grossMinor" | "refunds">): number {
  return purchase.refunds.reduce((net, refund) => net - refund.minor, purchase.grossMinor);
}

function countedOfOrder(order: PaidOrder, rule: SpendRule): number {
  const goods = order.totalMinor - order.giftCardMinor;
  const kept = rule.countShipping ? goods : goods - order.shippingMinor;
  if (rule.countTax) return kept;
  // Shipping that contains its tax took that part along when it was left out.
  return order.taxesIncluded ? kept - share(order.taxMinor, kept, goods) : kept - order.taxMinor;
}

function countedOfRefund(refund: Amounts, order: PaidOrder, rule: SpendRule): number {
  const goods = refund.totalMinor - refund.giftCardMinor;
  const kept = rule.countShipping ? goods : goods - refund.shippingMinor;
  if (rule.countTax) return kept;
  const named = refund.taxMinor > 0;
  return named
    ? kept - refund.taxMinor
    : kept - share(order.taxMinor, kept, order.totalMinor - order.giftCardMinor);
}

/** `amount` × `part` / `whole`, rounded half up; exact, since a product of money may pass 2^53. */
function share(amount: number, part: number, whole: number): number {
  if (part <= 0 || whole <= 0) return 0;
  return Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}
