import type { Customer, Product } from "./model.ts";
import { ShopStore } from "./store.ts";

/** The moment at which tests happen. */
export const EXAMPLE_NOW = "2026-07-01T10:30:00.000Z";

function customer(id: number, cells: Partial<Customer>): Customer {
  return {
    id,
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    state: "DISABLED",
    locale: "en",
    countryCode: null,
    note: null,
    tags: [],
    emailMarketing: "NOT_SUBSCRIBED",
    createdAt: "2026-01-05T08:00:00.000Z",
    updatedAt: "2026-01-05T08:00:00.000Z",
    ...cells,
  };
}

const MUG: Product = {
  id: 501,
  title: "Mug",
  handle: "mug",
  productType: "Kitchen",
  vendor: "Example",
  tags: [],
  status: "ACTIVE",
  giftCard: false,
  collectionIds: [],
  variants: [{ id: 601, sku: "MUG", title: "Default Title", priceMinor: 1250 }],
  createdAt: "2025-06-01T08:00:00.000Z",
  updatedAt: "2025-06-01T08:00:00.000Z",
};

/** A tiny British shop for tests: Ada (101) and Bea (102), who both have tags, and a mug of 12.50. */
export function exampleShop(): ShopStore {
  const store = new ShopStore({
    id: 77,
    name: "Example",
    myshopifyDomain: "example.myshopify.com",
    email: "owner@example.com",
    currencyCode: "GBP",
    ianaTimezone: "Europe/London",
    primaryLocale: "en",
    countryCode: "GB",
    createdAt: "2025-06-01T08:00:00.000Z",
    openedOn: "2026-07-01",
    taxesIncluded: true,
    sellsSubscriptions: false,
  });
  store.load(
    "customers",
    customer(101, {
      firstName: "Ada",
      lastName: "Ames",
      email: "ada@example.com",
      countryCode: "GB",
      tags: ["vip", "tier:gold"],
    }),
  );
  store.load(
    "customers",
    customer(102, { firstName: "Bea", note: "likes mugs", tags: ["vip", "wholesale"] }),
  );
  store.load("products", MUG);
  return store;
}
