import { orderTotals } from "./order-money.ts";
import type { ShopStore } from "./store.ts";

/** A customer's life in figures, test orders aside. */
export type CustomerTotals = {
  numberOfOrders: number;
  /** Paid less refunded, minor units. */
  spentMinor: number;
  lastOrderId: number | null;
};

/** Shopify's `numberOfOrders`, `amountSpent` and `lastOrder`. */
export function customerTotals(store: ShopStore, customerId: number): CustomerTotals {
  const orders = store.ordersOf(customerId).filter(({ test }) => !test);
  const latest = orders.reduce<(typeof orders)[number] | null>(
    (last, order) => (last === null || order.processedAt > last.processedAt ? order : last),
    null,
  );
  return {
    numberOfOrders: orders.length,
    spentMinor: orders.reduce((sum, order) => sum + orderTotals(order).netPaymentMinor, 0),
    lastOrderId: latest?.id ?? null,
  };
}
