import { randomUUID } from "node:crypto";
import { bulkFinishPayload, type FinishedOperation } from "../../webhooks/payloads/shop.ts";
import { customerPayload } from "../../webhooks/payloads/customer.ts";
import { orderPayload } from "../../webhooks/payloads/order.ts";
import { purchasingSummaryPayload } from "../../webhooks/payloads/purchasing.ts";
import type { Customer, Order } from "../model.ts";
import type { ShopStore } from "../store.ts";

/** What an action tells apps of. */
export type Announcement = { topic: string; subjectId: number; payload: () => unknown };

/** Tells apps of all that one action did, in the order given. `at` is when it happened. */
export function announce(store: ShopStore, at: string, announcements: readonly Announcement[]): void {
  const eventId = randomUUID();
  for (const announcement of announcements) store.emit({ ...announcement, at, eventId });
}

export function ofOrder(store: ShopStore, topic: string, order: Order): Announcement {
  return { topic, subjectId: order.id, payload: () => orderPayload(order, store) };
}

export function ofCustomer(store: ShopStore, topic: string, customer: Customer): Announcement {
  return { topic, subjectId: customer.id, payload: () => customerPayload(customer, store.shop) };
}

/** What follows for the customer when an order came, changed or went; nothing for a guest's. */
export function ofPurchases(store: ShopStore, customerId: number | null, at: string): Announcement[] {
  if (customerId === null) return [];
  const payload = () => purchasingSummaryPayload(customerId, store, at);
  return [{ topic: "customers/purchasing_summary", subjectId: customerId, payload }];
}

/** Tells apps that a bulk operation came to its end. */
export function announceBulkFinish(store: ShopStore, at: string, operation: FinishedOperation): void {
  const payload = () => bulkFinishPayload(operation, store.shop);
  announce(store, at, [{ topic: "bulk_operations/finish", subjectId: operation.id, payload }]);
}
