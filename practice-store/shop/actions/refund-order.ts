import { refundPayload } from "../../webhooks/payloads/refund.ts";
import type { Order, Refund } from "../model.ts";
import { orderTotals } from "../order-money.ts";
import type { ShopStore } from "../store.ts";
import { announce, type Announcement, ofOrder, ofPurchases } from "./announce.ts";
import { planRefund, type RefundRequest } from "./plan-refund.ts";

/** The refunded order, or why it was not refunded. */
export type RefundOutcome = { ok: true; order: Order; refund: Refund } | { ok: false; problem: string };

/** The order with a refund more; nothing is stored. */
export function withRefund(
  store: ShopStore,
  order: Order,
  request: RefundRequest,
  details: { at: string; note: string | null },
): RefundOutcome {
  const plan = planRefund(order, request, store.shop.currencyCode);
  if (!plan.ok) return plan;
  const refund = { ...plan.refund, id: store.nextId(), createdAt: details.at, note: details.note };
  const refunded: Order = { ...order, refunds: [...order.refunds, refund], updatedAt: details.at };
  const { netPaymentMinor } = orderTotals(refunded);
  const financialStatus = netPaymentMinor > 0 ? "PARTIALLY_REFUNDED" : "REFUNDED";
  return { ok: true, order: { ...refunded, financialStatus }, refund };
}

export function ofRefund(store: ShopStore, refund: Refund, order: Order): Announcement {
  const payload = () => refundPayload(refund, order, store.shop);
  return { topic: "refunds/create", subjectId: refund.id, payload };
}

/** Gives money back. */
export function refundOrder(
  store: ShopStore,
  clock: () => Date,
  order: Order,
  request: RefundRequest,
  note: string | null = null,
): RefundOutcome {
  const at = clock().toISOString();
  const outcome = withRefund(store, order, request, { at, note });
  if (!outcome.ok) return outcome;
  store.put("orders", outcome.order);
  announce(store, at, [
    ofRefund(store, outcome.refund, outcome.order),
    ofOrder(store, "orders/updated", outcome.order),
    ...ofPurchases(store, order.customerId, at),
  ]);
  return outcome;
}
