import type { Order, Refund, RefundLine } from "../../shop/model.ts";
import { orderTotals, refundOfLine, refundedQuantities } from "../../shop/order-money.ts";
import { DAY_MS, instantText } from "../zone.ts";
import { FATES } from "./calibration.ts";
import { nextRefundId, type OrderMill } from "./orders.ts";
import { type Random, weightedIndex } from "./random.ts";

const HOUR_MS = 3_600_000;
/** Payments are captured within this time. */
const AUTHORIZATION_DAYS = 3;
const SECOND_REFUND_SHARE = 0.1;

type Fate = keyof typeof FATES | "kept";
const NAMES: Fate[] = [
  "kept",
  "voided",
  "pending",
  "authorized",
  "expired",
  "cancelled",
  "returned",
  "someLinesRefunded",
  "amountRefunded",
];
const CHOSEN = Object.values(FATES).reduce((sum, share) => sum + share, 0);
const drawFateIndex = weightedIndex(NAMES.map((name) => (name === "kept" ? 1 - CHOSEN : FATES[name])));

/** What becomes of an order, by the shares of `FATES`. */
export function drawFate(random: Random): Fate {
  return NAMES[drawFateIndex(random)] ?? "kept";
}

/**
 * What becomes of a paid order until the shop is opened: it may never have been paid, be cancelled,
 * or be refunded wholly, by lines or by amount. What would happen later has not happened yet.
 */
export function decideFate(random: Random, mill: OrderMill, order: Order): Order {
  const createdMs = Date.parse(order.createdAt);
  const ageMs = mill.calendar.endMs - createdMs;
  const after = (leastDays: number, mostDays: number): number =>
    createdMs + (leastDays + (mostDays - leastDays) * random.uniform()) * DAY_MS;
  const fate = drawFate(random);
  switch (fate) {
    case "kept":
      return order;
    case "pending":
    case "expired":
      return { ...order, financialStatus: fate === "pending" ? "PENDING" : "EXPIRED" };
    case "authorized":
      return ageMs < AUTHORIZATION_DAYS * DAY_MS ? { ...order, financialStatus: "AUTHORIZED" } : order;
    case "voided":
      return cancel(mill, { ...order, financialStatus: "VOIDED" }, createdMs + HOUR_MS, "DECLINED");
    case "cancelled": {
      const atMs = after(0.05, 2);
      const reason = random.pick(["CUSTOMER", "CUSTOMER", "INVENTORY", "FRAUD", "STAFF"] as const);
      return cancel(mill, refund(mill, order, atMs, everythingLeft(order)), atMs, reason);
    }
    case "returned":
      return refund(mill, order, after(5, 30), everythingLeft(order));
    case "someLinesRefunded": {
      const atMs = after(3, 30);
      const once = refund(mill, order, atMs, someLines(random, order));
      return random.chance(SECOND_REFUND_SHARE)
        ? refund(mill, once, atMs + random.uniform() * 10 * DAY_MS, someLines(random, once))
        : once;
    }
    case "amountRefunded": {
      const { totalMinor } = orderTotals(order);
      const adjustmentMinor = Math.round(totalMinor * (0.05 + 0.25 * random.uniform()));
      return refund(mill, order, after(3, 40), { lines: [], shippingMinor: 0, adjustmentMinor });
    }
    default:
      return fate satisfies never;
  }
}

type RefundedThings = Pick<Refund, "lines" | "shippingMinor" | "adjustmentMinor">;

function everythingLeft(order: Order): RefundedThings {
  const before = refundedQuantities(order);
  const lines = order.lines.flatMap((line): RefundLine[] => {
    const done = before.get(line.id) ?? 0;
    return done < line.quantity ? [refundOfLine(line, done, line.quantity - done)] : [];
  });
  const { shippingMinor, refundedShippingMinor } = orderTotals(order);
  return { lines, shippingMinor: shippingMinor - refundedShippingMinor, adjustmentMinor: 0 };
}

/** Up to half of the lines, the whole quantity or a part of it. */
function someLines(random: Random, order: Order): RefundedThings {
  const before = refundedQuantities(order);
  const share = 0.1 + 0.4 * random.uniform();
  const lines = order.lines.flatMap((line): RefundLine[] => {
    const done = before.get(line.id) ?? 0;
    if (done === line.quantity || !random.chance(share)) return [];
    const quantity = random.chance(0.7) ? line.quantity - done : 1 + random.int(line.quantity - done);
    return [refundOfLine(line, done, quantity)];
  });
  return { lines, shippingMinor: 0, adjustmentMinor: 0 };
}

/** The order after a refund; unchanged where the refund lies in the future or gives nothing back. */
function refund(mill: OrderMill, order: Order, atMs: number, things: RefundedThings): Order {
  if (atMs >= mill.calendar.endMs) return order;
  if (things.lines.length === 0 && things.shippingMinor === 0 && things.adjustmentMinor === 0) return order;
  const createdAt = instantText(atMs);
  const refunded: Order = {
    ...order,
    updatedAt: createdAt,
    refunds: [...order.refunds, { id: nextRefundId(mill), createdAt, note: null, ...things }],
  };
  const nothingLeft = orderTotals(refunded).currentTotalMinor === 0;
  return { ...refunded, financialStatus: nothingLeft ? "REFUNDED" : "PARTIALLY_REFUNDED" };
}

function cancel(mill: OrderMill, order: Order, atMs: number, reason: Order["cancelReason"]): Order {
  if (atMs >= mill.calendar.endMs) return order;
  const cancelledAt = instantText(atMs);
  return { ...order, cancelledAt, cancelReason: reason, updatedAt: cancelledAt };
}
