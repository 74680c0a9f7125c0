import type { Order, Refund, RefundLine } from "../model.ts";
import { lineSubtotalMinor, orderTotals, shareMinor } from "../order-money.ts";

/** What to give back: a sum, some of the lines, or all that is left. */
export type RefundRequest =
  | { kind: "amount"; amountMinor: number }
  | { kind: "lines"; lines: { lineId: number; quantity: number }[] }
  | { kind: "everything" };

/** A refund without id and date, or why it cannot be given. */
export type RefundPlan =
  { ok: true; refund: Omit<Refund, "id" | "createdAt" | "note"> } | { ok: false; problem: string };

function refundedOf(order: Order, lineId: number): Omit<RefundLine, "lineId"> {
  return order.refunds
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce(
      (sum, line) => ({
        quantity: sum.quantity + line.quantity,
        subtotalMinor: sum.subtotalMinor + line.subtotalMinor,
        taxMinor: sum.taxMinor + line.taxMinor,
      }),
      { quantity: 0, subtotalMinor: 0, taxMinor: 0 },
    );
}

/** A part of a line; the last part takes what earlier roundings left. */
function refundLine(order: Order, lineId: number, quantity: number): RefundLine | string {
  const line = order.lines.find(({ id }) => id === lineId);
  if (line === undefined) return `order ${order.name} has no line ${lineId}`;
  const before = refundedOf(order, lineId);
  const left = line.quantity - before.quantity;
  if (quantity > left) return `only ${left} of "${line.title}" can still be refunded`;
  const subtotalMinor = lineSubtotalMinor(line);
  if (quantity === left)
    return {
      lineId,
      quantity,
      subtotalMinor: subtotalMinor - before.subtotalMinor,
      taxMinor: line.taxMinor - before.taxMinor,
    };
  return {
    lineId,
    quantity,
    subtotalMinor: shareMinor(subtotalMinor, quantity, line.quantity),
    taxMinor: shareMinor(line.taxMinor, quantity, line.quantity),
  };
}

function ofLines(order: Order, wanted: { lineId: number; quantity: number }[]): RefundPlan {
  const lines: RefundLine[] = [];
  for (const { lineId, quantity } of wanted) {
    const line = refundLine(order, lineId, quantity);
    if (typeof line === "string") return { ok: false, problem: line };
    lines.push(line);
  }
  return { ok: true, refund: { lines, shippingMinor: 0, adjustmentMinor: 0 } };
}

/** All lines and shipping that are left; the adjustment makes up for earlier refunds by amount. */
function ofEverything(order: Order): RefundPlan {
  const totals = orderTotals(order);
  const wanted = order.lines
    .map(({ id, quantity }) => ({ lineId: id, quantity: quantity - refundedOf(order, id).quantity }))
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
export function planRefund(order: Order, request: RefundRequest): RefundPlan {
  const paidMinor = orderTotals(order).netPaymentMinor;
  if (paidMinor <= 0)
    return {
      ok: false,
      problem: `nothing is left to refund on order ${order.name}: it is ${order.financialStatus}`,
    };
  const plan = planned(order, request);
  if (!plan.ok) return plan;
  const minor = givenBy(order, plan.refund);
  if (minor > paidMinor)
    return {
      ok: false,
      problem: `only ${paidMinor} minor units can still be refunded on order ${order.name}`,
    };
  if (minor <= 0) return { ok: false, problem: "the refund comes to nothing" };
  return plan;
}
