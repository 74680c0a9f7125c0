import { customerTotals } from "../../shop/customer-totals.ts";
import { gid } from "../../shop/gid.ts";
import { moneyString } from "../../shop/order-money.ts";
import type { ShopStore } from "../../shop/store.ts";

/** `customers/purchasing_summary`: what the customer bought in all her life. */
export function purchasingSummaryPayload(customerId: number, store: ShopStore, at: string) {
  const { currencyCode } = store.shop;
  const totals = customerTotals(store, customerId);
  return {
    customerId: gid("Customer", customerId),
    numberOfOrders: totals.numberOfOrders,
    amountSpent: { amount: moneyString(totals.spentMinor, currencyCode), currencyCode },
    lastOrderId: totals.lastOrderId === null ? null : gid("Order", totals.lastOrderId),
    occurredAt: at,
  };
}
