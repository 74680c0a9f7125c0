import type { DiscountState } from "./model.ts";

/**
 * The part of Shopify's discount inputs that both kinds share: who gets it (one segment), since when, and
 * with what it combines. Subscription fields are left out: shops that sell none refuse them.
 * Source: DiscountAutomaticBasicInput, DiscountAutomaticFreeShippingInput (Admin API 2026-10).
 */
export function discountInput(discount: DiscountState, segmentGid: string, startsAt: string) {
  return {
    title: discount.title,
    startsAt,
    context: { customerSegments: { add: [segmentGid] } },
    combinesWith: {
      orderDiscounts: false,
      productDiscounts: discount.value.kind === "freeShipping",
      shippingDiscounts: discount.value.kind === "percentage",
    },
  };
}

/** "Percentage off everything" as Shopify's input wants it: 1000 basis points are 0.1. */
export function customerGets(basisPoints: number) {
  return { value: { percentage: basisPoints / 10_000 }, items: { all: true } };
}

/** How many automatic discounts a shop may have active, over all apps and its own. */
export const ACTIVE_DISCOUNT_LIMIT = 25;
