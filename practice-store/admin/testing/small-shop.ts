import type { Customer, Order, Product } from "../../shop/model.ts";
import { ShopStore } from "../../shop/store.ts";

export const NOW = new Date("2026-11-20T12:00:00Z");

export const SHOP_DOMAIN = "laurel-practice.myshopify.com";

function daysAgo(days: number): string {
  return new Date(NOW.getTime() - days * 86_400_000).toISOString();
}

function customer(id: number): Customer {
  return {
    id,
    firstName: "Ada",
    lastName: `No ${id}`,
    email: `ada${id}@example.com`,
    phone: null,
    state: "ENABLED",
    locale: "en",
    countryCode: "GB",
    note: null,
    tags: id === 1 ? ["vip"] : [],
    emailMarketing: "SUBSCRIBED",
    createdAt: daysAgo(400 - id),
    updatedAt: daysAgo(10),
  };
}

function product(id: number): Product {
  return {
    id,
    title: `Mug ${id}`,
    handle: `mug-${id}`,
    productType: "Mugs",
    vendor: "Kiln",
    tags: ["clay"],
    status: "ACTIVE",
    giftCard: false,
    collectionIds: [],
    variants: [{ id: id * 10, sku: `MUG-${id}`, title: "Default Title", priceMinor: 1250 }],
    createdAt: daysAgo(500),
    updatedAt: daysAgo(20),
  };
}

/** An order of two lines, 2 × 12.50 and 1 × 12.50, tax included; the first piece refunded on demand. */
export function order(id: number, customerId: number | null, days: number, refunded = false): Order {
  const line = (offset: number, quantity: number) => ({
    id: id * 10 + offset,
    productId: 1,
    variantId: 10,
    sku: "MUG-1",
    title: "Mug 1",
    quantity,
    unitPriceMinor: 1250,
    discountMinor: 0,
    taxMinor: 208 * quantity,
    giftCard: false,
  });
  return {
    id,
    number: id,
    name: `#${id}`,
    customerId,
    email: null,
    countryCode: "GB",
    sourceName: "web",
    test: false,
    financialStatus: refunded ? "PARTIALLY_REFUNDED" : "PAID",
    createdAt: daysAgo(days),
    processedAt: daysAgo(days),
    updatedAt: daysAgo(days),
    cancelledAt: null,
    cancelReason: null,
    taxesIncluded: true,
    discountCodes: [],
    lines: [line(1, 2), line(2, 1)],
    shippingMinor: 500,
    shippingDiscountMinor: 0,
    shippingTaxMinor: 0,
    refunds: refunded
      ? [
          {
            id: id * 10 + 9,
            createdAt: daysAgo(days - 1),
            note: null,
            lines: [{ lineId: id * 10 + 1, quantity: 1, subtotalMinor: 1250, taxMinor: 208 }],
            shippingMinor: 0,
            adjustmentMinor: 0,
          },
        ]
      : [],
  };
}

/** A shop of three customers, two products and four orders: one of a guest, one older than 60 days. */
export function smallShop(): ShopStore {
  const store = new ShopStore({
    id: 77,
    name: "Practice",
    myshopifyDomain: SHOP_DOMAIN,
    email: "owner@example.com",
    currencyCode: "GBP",
    ianaTimezone: "Europe/London",
    primaryLocale: "en",
    countryCode: "GB",
    createdAt: daysAgo(800),
    openedOn: "2026-11-20",
    taxesIncluded: true,
    sellsSubscriptions: false,
  });
  for (const id of [1, 2, 3]) store.load("customers", customer(id));
  for (const id of [1, 2]) store.load("products", product(id));
  store.load("orders", order(1001, 1, 100));
  store.load("orders", order(1002, 1, 30, true));
  store.load("orders", order(1003, 2, 20));
  store.load("orders", order(1004, null, 5));
  return store;
}
