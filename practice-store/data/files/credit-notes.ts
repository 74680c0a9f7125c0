import type { Order, OrderLine, RefundLine } from "../../shop/model.ts";
import { orderTotals, refundedQuantities } from "../../shop/order-money.ts";
import type { LeftOutRow } from "./left-out.ts";
import type { RetailRow } from "./online-retail-row.ts";

/** A credit note: rows of one customer and time. */
export type CreditNote = { customerId: number; at: string; rows: RetailRow[] };

export type CreditResult = { order: Order; lines: RefundLine[] };

/**
 * Finds what a credit note gives back: an earlier order of the customer that has all its goods, with
 * enough of each left and for no less than is credited; failing that, such an order row by row. The
 * latest one is taken. Rows that no order answers to are left out.
 */
export function matchCreditNote(
  note: CreditNote,
  ordersOfCustomer: readonly Order[],
): { results: CreditResult[]; leftOut: LeftOutRow[] } {
  const earlier = ordersOfCustomer.filter((order) => order.createdAt < note.at).reverse();
  const whole = firstMatch(earlier, note.rows);
  if (whole !== undefined) return { results: [whole], leftOut: [] };
  const taken = new Map<Order, RefundLine[]>();
  const leftOut: LeftOutRow[] = [];
  for (const row of note.rows) {
    const match = earlier
      .map((order) => ({ order, lines: takeBack(order, [row], taken.get(order)) }))
      .find(({ lines }) => lines !== undefined);
    if (match?.lines === undefined)
      leftOut.push({ line: row.line, reason: "a credit note that answers to no earlier order" });
    else taken.set(match.order, match.lines);
  }
  return { results: Array.from(taken, ([order, lines]) => ({ order, lines })), leftOut };
}

/** The order with a refund of these lines; cancelled where it takes the whole order back at once. */
export function applyCredit({ order, lines }: CreditResult, refundId: number, at: string): Order {
  const refund = { id: refundId, createdAt: at, note: null, lines, shippingMinor: 0, adjustmentMinor: 0 };
  const credited: Order = { ...order, updatedAt: at, refunds: [...order.refunds, refund] };
  const nothingLeft = orderTotals(credited).currentTotalMinor === 0;
  const atOnce = nothingLeft && order.refunds.length === 0;
  return {
    ...credited,
    financialStatus: nothingLeft ? "REFUNDED" : "PARTIALLY_REFUNDED",
    cancelledAt: atOnce ? at : order.cancelledAt,
    cancelReason: atOnce ? "CUSTOMER" : order.cancelReason,
  };
}

function firstMatch(orders: readonly Order[], rows: readonly RetailRow[]): CreditResult | undefined {
  for (const order of orders) {
    const lines = takeBack(order, rows, []);
    if (lines !== undefined) return { order, lines };
  }
  return undefined;
}

/** What is given back of the order's lines, on top of `before`; undefined where it has not enough left. */
function takeBack(
  order: Order,
  rows: readonly RetailRow[],
  before: readonly RefundLine[] = [],
): RefundLine[] | undefined {
  if (!rows.every((row) => order.lines.some((line) => line.sku === row.stockCode))) return undefined;
  const lines = before.map((line) => ({ ...line }));
  const back = refundedQuantities(order);
  for (const { lineId, quantity } of before) back.set(lineId, (back.get(lineId) ?? 0) + quantity);
  for (const row of rows) {
    let missing = row.quantity;
    for (const line of creditable(order, row)) {
      const quantity = Math.min(missing, line.quantity - (back.get(line.id) ?? 0));
      if (quantity === 0) continue;
      missing -= quantity;
      back.set(line.id, (back.get(line.id) ?? 0) + quantity);
      addTo(lines, line.id, quantity, quantity * row.unitPriceMinor);
    }
    if (missing > 0) return undefined;
  }
  return lines;
}

/** Lines of the same thing that cost what is credited, then dearer ones. */
function creditable(order: Order, row: RetailRow): OrderLine[] {
  return order.lines
    .filter((line) => line.sku === row.stockCode && line.unitPriceMinor >= row.unitPriceMinor)
    .sort((a, b) => a.unitPriceMinor - b.unitPriceMinor);
}

function addTo(lines: RefundLine[], lineId: number, quantity: number, subtotalMinor: number): void {
  const known = lines.find((line) => line.lineId === lineId);
  if (known === undefined) {
    lines.push({ lineId, quantity, subtotalMinor, taxMinor: 0 });
    return;
  }
  known.quantity += quantity;
  known.subtotalMinor += subtotalMinor;
}
