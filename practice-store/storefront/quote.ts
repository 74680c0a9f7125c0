import type { SegmentReader } from "../admin/context.ts";
import type { Customer, Discount } from "../shop/model.ts";
import type { OrderInput } from "../shop/actions/place-order.ts";
import type { ShopStore } from "../shop/store.ts";
import type { Catalogue, Item } from "./catalogue.ts";
import { shippingFor, taxOn } from "./pricing/charges.ts";
import { type Buyer, codeTyped, isOffered } from "./pricing/offered.ts";
import { type AppliedDiscount, priceCart } from "./pricing/price.ts";
import type { Cart } from "./session.ts";

export type QuotedLine = Item & { quantity: number; discountMinor: number; taxMinor: number };

/** What a cart would cost if it were ordered now; minor units of the shop's currency. */
export type Quote = {
  lines: QuotedLine[];
  applied: (AppliedDiscount & { code: string | null })[];
  /** Codes typed that take nothing off this cart. */
  unusedCodes: string[];
  shippingMinor: number;
  shippingDiscountMinor: number;
  shippingTaxMinor: number;
  taxMinor: number;
  taxesIncluded: boolean;
  totalMinor: number;
};

export type QuoteParts = {
  store: ShopStore;
  catalogue: Catalogue;
  segments: Pick<SegmentReader, "has">;
  now: Date;
};

export function quoteCart(parts: QuoteParts, cart: Cart, customer: Customer | null): Quote {
  const { store, catalogue } = parts;
  const { countryCode: country, taxesIncluded } = store.shop;
  const home = (customer?.countryCode ?? country) === country;
  const tax = (costMinor: number): number => taxOn(costMinor, { country, home, included: taxesIncluded });

  const wanted = cart.items.flatMap(({ variantId, quantity }) => {
    const item = catalogue.item(variantId);
    return item === undefined ? [] : [{ ...item, quantity }];
  });
  const shippingMinor = shippingFor(
    wanted.map((line) => ({ fullPriceMinor: fullPrice(line), giftCard: line.product.giftCard })),
    home,
  );
  const price = priceCart(
    wanted.map(({ product, variant, quantity }) => ({
      variantId: variant.id,
      productId: product.id,
      collectionIds: product.collectionIds,
      unitPriceMinor: variant.priceMinor,
      quantity,
      giftCard: product.giftCard,
    })),
    shippingMinor,
    offeredTo(parts, cart, customer),
  );
  const lines = wanted.map((line, index) => {
    const discountMinor = price.lineDiscountsMinor[index] ?? 0;
    const taxMinor = line.product.giftCard ? 0 : tax(fullPrice(line) - discountMinor);
    return { ...line, discountMinor, taxMinor };
  });
  const shippingTaxMinor = tax(shippingMinor - price.shippingDiscountMinor);
  const taxMinor = shippingTaxMinor + sum(lines.map((line) => line.taxMinor));
  const beforeTax = sum(lines.map(fullPrice)) + shippingMinor - price.savedMinor;
  const applied = price.applied.map((one) => ({ ...one, code: codeTyped(one.discount, cart.codes) }));
  const used = new Set(applied.map(({ code }) => code?.toLowerCase()));
  return {
    lines,
    applied,
    unusedCodes: cart.codes.filter((code) => !used.has(code.toLowerCase())),
    shippingMinor,
    shippingDiscountMinor: price.shippingDiscountMinor,
    shippingTaxMinor,
    taxMinor,
    taxesIncluded,
    totalMinor: beforeTax + (taxesIncluded ? 0 : taxMinor),
  };
}

/** The order that a quote becomes: the same money to the penny. */
export function orderFrom(quote: Quote, customer: Customer | null): OrderInput {
  return {
    customerId: customer?.id ?? null,
    lines: quote.lines.map(({ product, variant, quantity, discountMinor, taxMinor }) => ({
      productId: product.id,
      variantId: variant.id,
      sku: variant.sku,
      title: product.title,
      quantity,
      unitPriceMinor: variant.priceMinor,
      discountMinor,
      taxMinor,
      giftCard: product.giftCard,
    })),
    shippingMinor: quote.shippingMinor,
    shippingDiscountMinor: quote.shippingDiscountMinor,
    shippingTaxMinor: quote.shippingTaxMinor,
    discountCodes: quote.applied.flatMap(({ code }) => (code === null ? [] : [code])),
  };
}

/** Counts the codes of an order that was placed. */
export function countRedemptions(store: ShopStore, quote: Quote): void {
  for (const { discount, code } of quote.applied) {
    if (code === null) continue;
    const codes = discount.codes.map((one) =>
      one.code === code ? { ...one, usageCount: one.usageCount + 1 } : one,
    );
    store.put("discounts", { ...discount, codes });
  }
}

function offeredTo({ store, segments, now }: QuoteParts, cart: Cart, customer: Customer | null): Discount[] {
  const orders = customer === null ? [] : store.ordersOf(customer.id);
  const buyer: Buyer = {
    customerId: customer?.id ?? null,
    inSegment: (segmentId) => customer !== null && segments.has(segmentId, customer.id),
    codes: cart.codes,
    uses: (discount) =>
      orders.filter(({ discountCodes }) => codeTyped(discount, discountCodes) !== null).length,
    now,
  };
  return [...store.tables.discounts.values()].filter((discount) => isOffered(discount, buyer));
}

export function fullPrice({ variant, quantity }: Item & { quantity: number }): number {
  return variant.priceMinor * quantity;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
