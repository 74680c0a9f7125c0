import type { Discount, DiscountClass } from "../../shop/model.ts";
import { allocate, fractionOf } from "./amounts.ts";
import { classOf, combinations } from "./combinations.ts";

export type CartLine = {
  variantId: number;
  productId: number;
  collectionIds: readonly number[];
  unitPriceMinor: number;
  quantity: number;
  giftCard: boolean;
};

export type AppliedDiscount = { discount: Discount; discountClass: DiscountClass; amountMinor: number };

export type Price = {
  /** Discount of each line, its share of order discounts included; in the order of the lines. */
  lineDiscountsMinor: number[];
  shippingDiscountMinor: number;
  applied: AppliedDiscount[];
  savedMinor: number;
};

/**
 * What a cart costs with the discounts offered: the combination that saves the most, of equal ones
 * the first. Minor units of one currency. Source:
 * https://help.shopify.com/manual/discounts/discount-combinations ("the best discount or combination").
 */
export function priceCart(
  lines: readonly CartLine[],
  shippingMinor: number,
  offered: readonly Discount[],
): Price {
  const open = offered.filter((discount) => minimumMet(discount, lines));
  const prices = combinations(open).map((together) => priceWith(lines, shippingMinor, together));
  return prices.reduce((best, price) => (price.savedMinor > best.savedMinor ? price : best));
}

/** No discount is given on gift cards. Source: https://help.shopify.com/manual/discounts */
function entitled({ items }: Discount, line: CartLine): boolean {
  if (line.giftCard) return false;
  if (items.kind === "all") return true;
  return (
    items.productIds.includes(line.productId) ||
    items.variantIds.includes(line.variantId) ||
    line.collectionIds.some((id) => items.collectionIds.includes(id))
  );
}

/** Minimums look at the items the discount is for, at their prices before discounts. */
function minimumMet(discount: Discount, lines: readonly CartLine[]): boolean {
  const counted = lines.filter((line) => entitled(discount, line));
  if (counted.length === 0) return false;
  const { minimum } = discount;
  switch (minimum.kind) {
    case "none":
      return true;
    case "subtotal":
      return sum(counted.map(fullPrice)) >= minimum.amountMinor;
    case "quantity":
      return sum(counted.map(({ quantity }) => quantity)) >= minimum.quantity;
  }
}

/**
 * Product discounts come first, on each line the best one. Order discounts are all taken from the
 * subtotal that then remains, not from one another's rest.
 */
function priceWith(lines: readonly CartLine[], shippingMinor: number, together: Discount[]): Price {
  const parts = new Map<Discount, number>();
  const credit = (discount: Discount, amountMinor: number) =>
    parts.set(discount, (parts.get(discount) ?? 0) + amountMinor);

  const rest = lines.map(fullPrice);
  const offers = ofClass(together, "PRODUCT").map((discount) => ({
    discount,
    amounts: amountsOff(discount, lines, rest),
  }));
  lines.forEach((_, index) => {
    const best = offers.reduce<{ discount: Discount; amount: number } | undefined>((found, offer) => {
      const amount = offer.amounts[index] ?? 0;
      return amount > (found?.amount ?? 0) ? { discount: offer.discount, amount } : found;
    }, undefined);
    if (best === undefined) return;
    credit(best.discount, best.amount);
    rest[index] = (rest[index] ?? 0) - best.amount;
  });

  const subtotals = [...rest];
  for (const discount of ofClass(together, "ORDER")) {
    const amounts = amountsOff(discount, lines, subtotals).map((off, i) => Math.min(off, rest[i] ?? 0));
    credit(discount, sum(amounts));
    amounts.forEach((amount, index) => (rest[index] = (rest[index] ?? 0) - amount));
  }

  const shipping = ofClass(together, "SHIPPING")[0];
  const shippingDiscountMinor = shipping === undefined ? 0 : shippingOff(shipping, shippingMinor);
  if (shipping !== undefined) credit(shipping, shippingDiscountMinor);

  const applied = [...parts].flatMap(([discount, amountMinor]) =>
    amountMinor > 0 ? [{ discount, discountClass: classOf(discount), amountMinor }] : [],
  );
  return {
    lineDiscountsMinor: lines.map((line, index) => fullPrice(line) - (rest[index] ?? 0)),
    shippingDiscountMinor,
    applied,
    savedMinor: sum(applied.map(({ amountMinor }) => amountMinor)),
  };
}

/** What one discount takes off each line, given what each line costs before it. */
function amountsOff(discount: Discount, lines: readonly CartLine[], costs: readonly number[]): number[] {
  const { value } = discount;
  const base = lines.map((line, index) => (entitled(discount, line) ? (costs[index] ?? 0) : 0));
  switch (value.kind) {
    case "percentage":
      // An order discount is one amount shared out; rounding it line by line would drift by pennies.
      return classOf(discount) === "ORDER"
        ? allocate(fractionOf(sum(base), value.fraction), base)
        : base.map((cost) => fractionOf(cost, value.fraction));
    case "fixedAmount":
      return value.appliesOnEachItem
        ? base.map((cost, index) => Math.min(cost, value.amountMinor * (lines[index]?.quantity ?? 0)))
        : allocate(Math.min(value.amountMinor, sum(base)), base);
    case "freeShipping":
      return base.map(() => 0);
  }
}

function shippingOff({ value }: Discount, shippingMinor: number): number {
  if (value.kind !== "freeShipping") return 0;
  const { maximumShippingMinor } = value;
  return maximumShippingMinor !== null && shippingMinor > maximumShippingMinor ? 0 : shippingMinor;
}

const ofClass = (discounts: readonly Discount[], wanted: DiscountClass): Discount[] =>
  discounts.filter((discount) => classOf(discount) === wanted);

function fullPrice(line: CartLine): number {
  return line.unitPriceMinor * line.quantity;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
