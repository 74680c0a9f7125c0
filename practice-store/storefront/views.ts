import type { Order, Product } from "../shop/model.ts";
import { lineSubtotalMinor, orderTotals } from "../shop/order-money.ts";
import { hundredths } from "./liquid/money.ts";
import { fullPrice, type Quote } from "./quote.ts";
import type { Cart } from "./session.ts";

/** Things of the shop as Liquid's objects: the names and units of https://shopify.dev/docs/api/liquid/objects. */

const pictureUrl = (productId: number): string => `/cdn/shop/pictures/${productId}.svg`;

export function productView(product: Product, currency: string): object {
  const prices = product.variants.map(({ priceMinor }) => hundredths(priceMinor, currency));
  return {
    id: product.id,
    title: product.title,
    handle: product.handle,
    url: `/products/${product.handle}`,
    featured_image: pictureUrl(product.id),
    vendor: product.vendor,
    type: product.productType,
    price: Math.min(...prices),
    price_varies: new Set(prices).size > 1,
    variants: product.variants.map(({ id, title, sku, priceMinor }) => ({
      id,
      title,
      sku,
      price: hundredths(priceMinor, currency),
    })),
  };
}

/** Liquid's `cart`, which is also what `/cart.json` answers. */
export function cartView(quote: Quote, cart: Cart, currency: string) {
  const money = (minor: number): number => hundredths(minor, currency);
  const items = quote.lines.map((line) => ({
    id: line.variant.id,
    variant_id: line.variant.id,
    product_id: line.product.id,
    sku: line.variant.sku,
    title:
      line.product.variants.length > 1 ? `${line.product.title} – ${line.variant.title}` : line.product.title,
    url: `/products/${line.product.handle}`,
    image: pictureUrl(line.product.id),
    quantity: line.quantity,
    original_price: money(line.variant.priceMinor),
    original_line_price: money(fullPrice(line)),
    final_line_price: money(fullPrice(line) - line.discountMinor),
    total_discount: money(line.discountMinor),
  }));
  return {
    item_count: items.reduce((total, { quantity }) => total + quantity, 0),
    currency: { iso_code: currency },
    taxes_included: quote.taxesIncluded,
    items,
    original_total_price: items.reduce((total, item) => total + item.original_line_price, 0),
    items_subtotal_price: items.reduce((total, item) => total + item.final_line_price, 0),
    total_discount: quote.applied.reduce((total, { amountMinor }) => total + money(amountMinor), 0),
    discounts: quote.applied.map(({ discount, discountClass, code, amountMinor }) => ({
      id: discount.id,
      title: discount.title,
      code,
      class: discountClass,
      amount: money(amountMinor),
    })),
    codes: cart.codes.map((code) => ({ code, applicable: !quote.unusedCodes.includes(code) })),
    shipping_price: money(quote.shippingMinor),
    shipping_discount: money(quote.shippingDiscountMinor),
    tax_price: money(quote.taxMinor),
    total_price: money(quote.totalMinor),
  };
}

export function orderView(order: Order, currency: string): object {
  const totals = orderTotals(order);
  return {
    id: order.id,
    name: order.name,
    created_at: order.processedAt,
    status_label: `account.statuses.${statusOf(order)}`,
    total_price: hundredths(totals.totalMinor, currency),
    shipping_price: hundredths(totals.shippingMinor, currency),
    line_items: order.lines.map((line) => ({
      title: line.title,
      quantity: line.quantity,
      final_line_price: hundredths(lineSubtotalMinor(line), currency),
    })),
  };
}

function statusOf({ cancelledAt, financialStatus }: Order): string {
  if (cancelledAt !== null) return "cancelled";
  switch (financialStatus) {
    case "PAID":
    case "PENDING":
    case "REFUNDED":
    case "PARTIALLY_REFUNDED":
      return financialStatus.toLowerCase();
    case "AUTHORIZED":
    case "PARTIALLY_PAID":
    case "VOIDED":
    case "EXPIRED":
      return "other";
  }
}
