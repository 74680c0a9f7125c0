import type { Order } from "../model.ts";
import type { ShopStore } from "../store.ts";
import { announce, ofOrder, ofPurchases } from "./announce.ts";
import { ofRefund, withRefund } from "./refund-order.ts";

export type CancelReason = NonNullable<Order["cancelReason"]>;

/** The cancelled order, or why it was not cancelled. */
export type CancelOutcome = { ok: true; order: Order } | { ok: false; problem: string };

/** Cancels an order. What was paid is given back; what was not paid yet is void. */
export function cancelOrder(
  store: ShopStore,
  clock: () => Date,
  order: Order,
  reason: CancelReason,
): CancelOutcome {
  if (order.cancelledAt !== null) return { ok: false, problem: `order ${order.name} is cancelled already` };
  const at = clock().toISOString();
  const refunded = withRefund(store, order, { kind: "everything" }, { at, note: null });
  const cancelled: Order = {
    ...(refunded.ok ? refunded.order : { ...order, financialStatus: unpaidStatus(order) }),
    cancelledAt: at,
    cancelReason: reason,
    updatedAt: at,
  };
  store.put("orders", cancelled);
  announce(store, at, [
    ...(refunded.ok ? [ofRefund(store, refunded.refund, cancelled)] : []),
    ofOrder(store, "orders/cancelled", cancelled),
    ofOrder(store, "orders/updated", cancelled),
    ...ofPurchases(store, order.customerId, at),
  ]);
  return { ok: true, order: cancelled };
}

function unpaidStatus({ financialStatus }: Order): Order["financialStatus"] {
  return financialStatus === "PENDING" || financialStatus === "AUTHORIZED" ? "VOIDED" : financialStatus;
}
