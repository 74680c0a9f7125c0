import type { Customer, Order, ShopInfo } from "../../shop/model.ts";
import { gid } from "../../shop/gid.ts";
import { ShopStore } from "../../shop/store.ts";

const AT = "2026-11-20T10:30:00.000Z";

const SHOP: ShopInfo = {
  id: 1,
  name: "Hazel & Finch",
  myshopifyDomain: "laurel-practice.myshopify.com",
  email: "owner@example.com",
  currencyCode: "GBP",
  ianaTimezone: "Europe/London",
  primaryLocale: "en",
  countryCode: "GB",
  createdAt: AT,
  openedOn: "2026-11-24",
  taxesIncluded: true,
  sellsSubscriptions: false,
};

function customer(id: number, firstName: string, tags: string[]): Customer {
  return {
    id,
    firstName,
    lastName: "Okafor",
    email: `${firstName.toLowerCase()}@example.com`,
    phone: null,
    state: "ENABLED",
    locale: "en",
    countryCode: "GB",
    note: null,
    tags,
    emailMarketing: "SUBSCRIBED",
    createdAt: AT,
    updatedAt: AT,
  };
}

function order(id: number, customerId: number | null, unitPriceMinor: number): Order {
  return {
    id,
    number: id,
    name: `#${id}`,
    customerId,
    email: null,
    countryCode: "GB",
    sourceName: "web",
    taxesIncluded: true,
    test: false,
    financialStatus: "PAID",
    createdAt: AT,
    processedAt: AT,
    updatedAt: AT,
    cancelledAt: null,
    cancelReason: null,
    discountCodes: [],
    lines: [
      {
        id: id * 10,
        productId: null,
        variantId: null,
        sku: "MUG-1",
        title: "Blue mug <large>",
        quantity: 2,
        unitPriceMinor,
        discountMinor: 250,
        taxMinor: 400,
        giftCard: false,
      },
    ],
    shippingMinor: 495,
    shippingDiscountMinor: 0,
    shippingTaxMinor: 0,
    refunds: [],
  };
}

/** A shop of 120 customers; Ada (7) has two orders, the tag tier:gold and a metafield. */
export function smallShop(): ShopStore {
  const store = new ShopStore(SHOP);
  for (let id = 100; id < 219; id += 1) store.load("customers", customer(id, `Guest${id}`, ["tier:member"]));
  store.load("customers", customer(7, "Ada", ["tier:gold", "rfm:champions"]));
  store.load("orders", order(1001, 7, 1_250));
  store.load("orders", order(1002, 7, 20_000));
  store.load("orders", order(1003, null, 990));
  store.load("metafields", {
    id: 501,
    ownerGid: gid("Customer", 7),
    namespace: "app--1",
    key: "tier",
    type: "json",
    value: '{"name":"Gold"}',
    createdAt: AT,
    updatedAt: AT,
  });
  store.load("segments", {
    id: 601,
    name: "Laurel: Gold",
    query: "customer_tags CONTAINS 'tier:gold'",
    createdAt: AT,
    updatedAt: AT,
  });
  store.load("discounts", {
    id: 701,
    method: "automatic",
    title: "Gold members",
    codes: [],
    value: { kind: "percentage", fraction: 0.1 },
    items: { kind: "all" },
    minimum: { kind: "none" },
    context: { kind: "customerSegments", segmentIds: [601] },
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
    discountClasses: ["ORDER"],
    startsAt: AT,
    endsAt: null,
    usageLimit: null,
    appliesOncePerCustomer: false,
    createdAt: AT,
    updatedAt: AT,
  });
  return store;
}
