import type { CustomerId, OrderId } from "#app/platform/ids.ts";

/** What counts of an order, minor units, and for whom. */
export type Counted = { customerId: CustomerId; grossMinor: number; refundedMinor: number };

/** An order whose counted money or owner changed; null: it did not, or does not, count. */
export type PurchaseChange = { orderId: OrderId; before: Counted | null; after: Counted | null };
