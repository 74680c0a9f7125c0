import type { FinancialStatus, Order, OrderLine, RefundLine } from "./model.ts";

/** An order's figures in minor units of the shop's currency, named as Shopify names them. */
export type OrderTotals = {
  /** Lines after discounts, before refunds; tax is in it where the order's prices include tax. */
  subtotalMinor: number;
  /** All discounts, on lines and on shipping. */
  discountMinor: number;
  /** Shipping after its discount. */
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  /** All money given back, tax included. */
  refundedMinor: number;
  refundedTaxMinor: number;
  refundedShippingMinor: number;
  currentSubtotalMinor: number;
  currentTaxMinor: number;
  currentTotalMinor: number;
  /** What was received less what was given back. */
  netPaymentMinor: number;
};

const RECEIVED: Record<FinancialStatus, boolean> = {
  PENDING: false,
  AUTHORIZED: false,
  PAID: true,
  PARTIALLY_PAID: false,
  PARTIALLY_REFUNDED: true,
  REFUNDED: true,
  VOIDED: false,
  EXPIRED: false,
};

/** What a line costs after its discounts; tax is in it where the order's prices include tax. */
export function lineSubtotalMinor(line: OrderLine): number {
  return line.unitPriceMinor * line.quantity - line.discountMinor;
}

/**
 * Adds an order up as Shopify does: `subtotal` and `current*` as in Admin GraphQL's Order. With
 * `taxesIncluded` the tax is a part of prices and shipping, otherwise it comes on top. Of a
 * partially paid order nothing counts as received: the practice store does not keep part payments.
 */
export function orderTotals(order: Order): OrderTotals {
  const subtotalMinor = sum(order.lines, lineSubtotalMinor);
  const shippingMinor = order.shippingMinor - order.shippingDiscountMinor;
  const taxMinor = sum(order.lines, (line) => line.taxMinor) + order.shippingTaxMinor;
  const taxOnTop = order.taxesIncluded ? 0 : 1;
  const totalMinor = subtotalMinor + shippingMinor + taxOnTop * taxMinor;

  const refundLines = order.refunds.flatMap((refund) => refund.lines);
  const refundedSubtotalMinor = sum(refundLines, (line) => line.subtotalMinor);
  const refundedShippingMinor = sum(order.refunds, (refund) => refund.shippingMinor);
  const refundedTaxMinor =
    sum(refundLines, (line) => line.taxMinor) +
    shareMinor(order.shippingTaxMinor, refundedShippingMinor, shippingMinor);
  const refundedMinor =
    refundedSubtotalMinor +
    refundedShippingMinor +
    taxOnTop * refundedTaxMinor +
    sum(order.refunds, (refund) => refund.adjustmentMinor);

  return {
    subtotalMinor,
    discountMinor: sum(order.lines, (line) => line.discountMinor) + order.shippingDiscountMinor,
    shippingMinor,
    taxMinor,
    totalMinor,
    refundedMinor,
    refundedTaxMinor,
    refundedShippingMinor,
    currentSubtotalMinor: subtotalMinor - refundedSubtotalMinor,
    currentTaxMinor: taxMinor - refundedTaxMinor,
    currentTotalMinor: totalMinor - refundedMinor,
    netPaymentMinor: (RECEIVED[order.financialStatus] ? totalMinor : 0) - refundedMinor,
  };
}

/**
 * What giving `quantity` units of a line back comes to, after `refundedBefore` units of it were given
 * back already. However a line is given back, in the end the parts add up to the line.
 */
export function refundOfLine(line: OrderLine, refundedBefore: number, quantity: number): RefundLine {
  const part = (amountMinor: number): number =>
    shareMinor(amountMinor, refundedBefore + quantity, line.quantity) -
    shareMinor(amountMinor, refundedBefore, line.quantity);
  return {
    lineId: line.id,
    quantity,
    subtotalMinor: part(lineSubtotalMinor(line)),
    taxMinor: part(line.taxMinor),
  };
}

/** Units of each line that were given back, by line id. */
export function refundedQuantities(order: Order): Map<number, number> {
  const quantities = new Map<number, number>();
  for (const { lineId, quantity } of order.refunds.flatMap((refund) => refund.lines))
    quantities.set(lineId, (quantities.get(lineId) ?? 0) + quantity);
  return quantities;
}

/**
 * `part / whole` of an amount, half a minor unit rounded up; nothing of a whole of nothing. Exact
 * while `amount * part` stays below 2^53.
 */
export function shareMinor(amountMinor: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((2 * amountMinor * part + whole) / (2 * whole));
}

/** Shopify's way to write an amount: "12.30", "-0.05"; "1230" where the currency has no decimals. */
export function moneyString(minor: number, currency: string): string {
  const digits = fractionDigits(currency);
  const text = Math.abs(minor)
    .toString()
    .padStart(digits + 1, "0");
  const sign = minor < 0 ? "-" : "";
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * The minor units in a text such as "12.30", "12.3", "12" or "-0.05". Undefined where the text is no
 * such number, is finer than the currency (zeros aside) or beyond what a number holds exactly.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const match = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?$/.exec(text);
  if (match === null) return undefined;
  const { sign = "", whole = "", fraction = "" } = match.groups ?? {};
  const digits = fractionDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  if (!Number.isSafeInteger(minor)) return undefined;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

const digitsOf = new Map<string, number>();

function fractionDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}
