import type { CustomerId, OrderId } from "#app/platform/ids.ts";

/** An order that changed, and a customer whose it is or was. */
export type TouchedOrder = { orderId: OrderId; customerId: CustomerId };

/** What counts of an order, minor units, and for whom. */
export type Counted = { customerId: CustomerId; grossMinor: number; refundedMinor: number };

/** An order whose counted money or owner changed; null: it did not, or does not, count. */
export type PurchaseChange = { orderId: OrderId; before: Counted | null; after: Counted | null };
