import type { Order, Refund, RefundLine } from "../model.ts";
import { moneyString, orderTotals, refundedQuantities, refundOfLine } from "../order-money.ts";

/** What to give back: a sum, some of the lines, or all that is left. */
export type RefundRequest =
  | { kind: "amount"; amountMinor: number }
  | { kind: "lines"; lines: { lineId: number; quantity: number }[] }
  | { kind: "everything" };

/** A refund without id and date, or why it cannot be given. */
export type RefundPlan =
  { ok: true; refund: Omit<Refund, "id" | "createdAt" | "note"> } | { ok: false; problem: string };

function ofLines(order: Order, wanted: { lineId: number; quantity: number }[]): RefundPlan {
  const before = refundedQuantities(order);
  const lines: RefundLine[] = [];
  for (const { lineId, quantity } of wanted) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (line === undefined) return { ok: false, problem: `order ${order.name} has no line ${lineId}` };
    const refunded = before.get(lineId) ?? 0;
    const left = line.quantity - refunded;
    if (quantity > left)
      return { ok: false, problem: `only ${left} of "${line.title}" can still be refunded` };
    lines.push(refundOfLine(line, refunded, quantity));
    before.set(lineId, refunded + quantity);
  }
  return { ok: true, refund: { lines, shippingMinor: 0, adjustmentMinor: 0 } };
}

/** All lines and shipping that are left; the adjustment makes up for earlier refunds by amount. */
function ofEverything(order: Order): RefundPlan {
  const totals = orderTotals(order);
  const before = refundedQuantities(order);
  const wanted = order.lines
    .map(({ id, quantity }) => ({ lineId: id, quantity: quantity - (before.get(id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  const plan = ofLines(order, wanted);
  if (!plan.ok) return plan;
  const refund = { ...plan.refund, shippingMinor: totals.shippingMinor - totals.refundedShippingMinor };
  const adjustmentMinor = totals.netPaymentMinor - givenBy(order, refund);
  return { ok: true, refund: { ...refund, adjustmentMinor } };
}

function givenBy(order: Order, refund: Omit<Refund, "id" | "createdAt" | "note">): number {
  const after = { ...order, refunds: [...order.refunds, { ...refund, id: 0, createdAt: "", note: null }] };
  return orderTotals(after).refundedMinor - orderTotals(order).refundedMinor;
}

function planned(order: Order, request: RefundRequest): RefundPlan {
  switch (request.kind) {
    case "amount":
      return { ok: true, refund: { lines: [], shippingMinor: 0, adjustmentMinor: request.amountMinor } };
    case "lines":
      return ofLines(order, request.lines);
    case "everything":
      return ofEverything(order);
  }
}

/** Decides what a refund consists of; never more than was paid and is not yet refunded. */
export function planRefund(order: Order, request: RefundRequest, currency: string): RefundPlan {
  const paidMinor = orderTotals(order).netPaymentMinor;
  const refuse = (problem: string): RefundPlan => ({ ok: false, problem });
  if (paidMinor <= 0)
    return refuse(`nothing is left to refund on order ${order.name}: it is ${order.financialStatus}`);
  const plan = planned(order, request);
  if (!plan.ok) return plan;
  const minor = givenBy(order, plan.refund);
  const left = `${moneyString(paidMinor, currency)} ${currency}`;
  if (minor > paidMinor) return refuse(`only ${left} can still be refunded on order ${order.name}`);
  return minor > 0 ? plan : refuse("the refund comes to nothing");
}
