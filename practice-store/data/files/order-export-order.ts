import type { FinancialStatus, Order, OrderLine, Refund } from "../../shop/model.ts";
import { orderTotals, parseMoney, refundOfLine } from "../../shop/order-money.ts";
import { FIRST_ID } from "../records.ts";
import { instantText } from "../zone.ts";
import type { ExportColumn, ExportRow } from "./order-export-row.ts";
import { reckon } from "./order-export-money.ts";

/** An order of the export with what its product lines need beside it. */
export type ExportedOrder = { order: Order; vendors: string[] };

const STATUSES: ReadonlyMap<string, FinancialStatus> = new Map([
  ["pending", "PENDING"],
  ["authorized", "AUTHORIZED"],
  ["paid", "PAID"],
  ["partially_paid", "PARTIALLY_PAID"],
  ["partially_refunded", "PARTIALLY_REFUNDED"],
  ["refunded", "REFUNDED"],
  ["voided", "VOIDED"],
  ["expired", "EXPIRED"],
]);

/** Says why an order of the file is left out. */
export class UnreadableOrder extends Error {}

/**
 * Makes an order of its rows; `position` (from 1) serves where the file gives no id. The export does
 * not say when money was given back: a refund is dated with the cancellation or, without one, with the
 * payment. Throws UnreadableOrder.
 */
export function makeExportedOrder(
  rows: readonly ExportRow[],
  position: number,
  currency: string,
): ExportedOrder {
  const [first] = rows;
  if (first === undefined) throw new UnreadableOrder("no rows");
  const cell = (column: ExportColumn): string => first.cell(column);
  if (cell("currency") !== currency)
    throw new UnreadableOrder(`its currency is ${cell("currency")}, the file's first order has ${currency}`);
  const financialStatus = STATUSES.get(cell("financialStatus").toLowerCase());
  if (financialStatus === undefined)
    throw new UnreadableOrder(`no Financial Status: ${cell("financialStatus")}`);
  const createdAt = readTime(first, "createdAt");
  if (createdAt === null) throw new UnreadableOrder("no Created at");
  const cancelledAt = readTime(first, "cancelledAt");
  const money = (column: ExportColumn): number => readMoney(first, column, currency);
  const lines = rows.map((row, index) => makeLine(row, position * 1000 + index, currency));
  const shippingMinor = money("shipping");
  const reckoning = reckon({
    subtotalMinor: money("subtotal"),
    shippingMinor,
    taxMinor: money("taxes"),
    totalMinor: money("total"),
    discountMinor: money("discountAmount"),
    lines: lines.map((line, index) => ({
      fullMinor: line.unitPriceMinor * line.quantity,
      discountMinor: line.discountMinor,
      taxable: rows[index]?.cell("taxable") !== "false",
    })),
  });
  if (typeof reckoning === "string") throw new UnreadableOrder(reckoning);
  const id = /^\d{1,15}$/.test(cell("id")) ? Number(cell("id")) : FIRST_ID.order + position;
  const order: Order = {
    id,
    number: Number(/\d{1,15}(?=\D*$)/.exec(cell("name"))?.[0] ?? position),
    name: cell("name"),
    customerId: null,
    email: cell("email") || null,
    countryCode: cell("billingCountry") || cell("shippingCountry") || null,
    sourceName: cell("source") || "web",
    taxesIncluded: reckoning.taxesIncluded,
    test: false,
    financialStatus,
    createdAt,
    processedAt: createdAt,
    updatedAt: cancelledAt ?? createdAt,
    cancelledAt,
    cancelReason: cancelledAt === null ? null : "OTHER",
    discountCodes: cell("discountCode").split(/,\s*/).filter(Boolean),
    lines: lines.map((line, index) => ({ ...line, ...reckoning.lines[index] })),
    shippingMinor,
    shippingDiscountMinor: reckoning.shippingDiscountMinor,
    shippingTaxMinor: reckoning.shippingTaxMinor,
    refunds: [],
  };
  const refundedAt = cancelledAt ?? readTime(first, "paidAt") ?? createdAt;
  const refunds = makeRefunds(order, money("refunded"), FIRST_ID.refund + position, refundedAt);
  return { order: { ...order, refunds }, vendors: rows.map((row) => row.cell("vendor")) };
}

function makeLine(row: ExportRow, position: number, currency: string): OrderLine {
  const quantity = row.cell("quantity");
  if (!/^[1-9]\d{0,8}$/.test(quantity))
    throw new UnreadableOrder(`line ${String(row.line)} has no Lineitem quantity above zero: ${quantity}`);
  const title = row.cell("title");
  return {
    id: FIRST_ID.line + position,
    productId: null,
    variantId: null,
    sku: row.cell("sku") || null,
    title,
    quantity: Number(quantity),
    unitPriceMinor: readMoney(row, "price", currency),
    discountMinor: readMoney(row, "lineDiscount", currency),
    taxMinor: 0,
    // The export has no column for it: a gift card is neither shipped nor taxed, and called one.
    giftCard:
      row.cell("requiresShipping") === "false" && row.cell("taxable") === "false" && /gift card/i.test(title),
  };
}

/** All lines and the shipping where the whole order was refunded, otherwise the bare amount. */
function makeRefunds(order: Order, refundedMinor: number, id: number, createdAt: string): Refund[] {
  const { totalMinor, shippingMinor } = orderTotals(order);
  if (refundedMinor > totalMinor) throw new UnreadableOrder("Refunded Amount is more than Total");
  if (refundedMinor === 0) {
    if (order.financialStatus === "REFUNDED" && totalMinor > 0)
      throw new UnreadableOrder("it is refunded, but has no Refunded Amount");
    return [];
  }
  const whole = refundedMinor === totalMinor;
  return [
    {
      id,
      createdAt,
      note: null,
      lines: whole ? order.lines.map((line) => refundOfLine(line, 0, line.quantity)) : [],
      shippingMinor: whole ? shippingMinor : 0,
      adjustmentMinor: whole ? 0 : refundedMinor,
    },
  ];
}

function readMoney(row: ExportRow, column: ExportColumn, currency: string): number {
  const text = row.cell(column);
  const minor = text === "" ? 0 : parseMoney(text, currency);
  if (minor === undefined || minor < 0)
    throw new UnreadableOrder(`line ${String(row.line)} has no amount of money: ${text}`);
  return minor;
}

/** "2026-03-01 10:00:00 +0100" as an instant; null where the cell is empty. */
function readTime(row: ExportRow, column: ExportColumn): string | null {
  const text = row.cell(column);
  if (text === "") return null;
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d) ?(?:([+-]\d\d):?(\d\d)|Z|UTC)$/.exec(text);
  const [, day = "", time = "", hours, minutes = "00"] = parts ?? [];
  const ms = Date.parse(`${day}T${time}${hours === undefined ? "Z" : `${hours}:${minutes}`}`);
  if (Number.isNaN(ms)) throw new UnreadableOrder(`no time: ${text}`);
  return instantText(ms);
}
