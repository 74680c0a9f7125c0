import { BULK_CUSTOMERS } from "#app/shopify/operations/bulk-customers.ts";
import { BULK_ORDERS } from "#app/shopify/operations/bulk-orders.ts";
import { BULK_PRODUCTS } from "#app/shopify/operations/bulk-products.ts";

/** The bulk query that reads each phase's things. */
export const BULK_QUERIES = {
  products: BULK_PRODUCTS,
  customers: BULK_CUSTOMERS,
  orders: BULK_ORDERS,
} as const;
