import type { Order } from "../model.ts";
import type { ShopStore } from "../store.ts";
import { announce, ofPurchases } from "./announce.ts";

/** Deletes an order; all that apps hear is its id. */
export function deleteOrder(store: ShopStore, clock: () => Date, order: Order): void {
  const at = clock().toISOString();
  store.remove("orders", order.id);
  announce(store, at, [
    { topic: "orders/delete", subjectId: order.id, payload: () => ({ id: order.id }) },
    ...ofPurchases(store, order.customerId, at),
  ]);
}
