import { parseMoney } from "../../shop/order-money.ts";
import { DAY_MS } from "../zone.ts";
import type { LeftOutRow } from "./left-out.ts";
import { columnsOf } from "./file-shop.ts";
import type { Row } from "./rows.ts";

export const ONLINE_RETAIL_CURRENCY = "GBP";

/** A usable row of UCI's Online Retail: something sold, or given back with a credit note. */
export type RetailRow = {
  line: number;
  kind: "sale" | "credit";
  /** Number of the invoice, without the credit note's C. */
  invoice: number;
  stockCode: string;
  title: string;
  /** Units sold or given back: always above zero. */
  quantity: number;
  unitPriceMinor: number;
  /** Day number and second of the day in the shop's zone. */
  day: number;
  second: number;
  customer: number | null;
  country: string;
};

const COLUMNS = [
  ["InvoiceNo", "Invoice"],
  ["StockCode"],
  ["Description"],
  ["Quantity"],
  ["InvoiceDate"],
  ["UnitPrice", "Price"],
  ["CustomerID", "Customer ID"],
  ["Country"],
] as const;

/** Gives a reader of rows if the header is Online Retail's (or its second edition's). */
export function retailRowReader(
  header: readonly string[],
): ((row: Row) => RetailRow | LeftOutRow) | undefined {
  const find = columnsOf(header);
  const places = COLUMNS.map((names) => find(...names));
  if (places.includes(undefined)) return undefined;
  return (row) => {
    const cells = places.map((place) => row.cells[place ?? -1]?.trim() ?? "");
    const result = readCells(row.line, cells);
    return typeof result === "string" ? { line: row.line, reason: result } : result;
  };
}

/** The row, or why it is left out. */
function readCells(line: number, cells: readonly string[]): RetailRow | string {
  const [invoiceCell = "", stockCode = "", title = "", quantityCell = ""] = cells;
  const [dateCell = "", priceCell = "", customerCell = "", country = ""] = cells.slice(4);
  const invoice = /^(?<kind>[A-Z]?)(?<number>\d{1,9})$/i.exec(invoiceCell)?.groups;
  const kind = invoice?.kind?.toUpperCase();
  if (kind === "A") return "an adjustment of the books, not a sale";
  if (invoice?.number === undefined || (kind !== "" && kind !== "C"))
    return `no invoice number: ${invoiceCell}`;
  if (!/^-?\d{1,9}$/.test(quantityCell)) return `no whole quantity: ${quantityCell}`;
  const quantity = Number(quantityCell);
  if (quantity === 0) return "a quantity of zero";
  if (kind === "C" && quantity > 0) return "a credit note with a quantity above zero";
  if (kind !== "C" && quantity < 0) return "a quantity below zero: a correction of the stock";
  const unitPriceMinor = parseMoney(priceCell, ONLINE_RETAIL_CURRENCY);
  if (unitPriceMinor === undefined) return `no price in whole pence: ${priceCell}`;
  if (unitPriceMinor < 0) return "a price below zero";
  const time = readTime(dateCell);
  if (time === undefined) return `no date: ${dateCell}`;
  const customer = /^\d{1,9}(?=(?:\.0)?$)/.exec(customerCell)?.[0];
  if (customer === undefined && customerCell !== "") return `no customer number: ${customerCell}`;
  if (customer === undefined && unitPriceMinor === 0)
    return "neither price nor customer: a correction of the stock";
  if (customer === undefined && kind === "C") return "a credit note without a customer";
  return {
    line,
    kind: kind === "C" ? "credit" : "sale",
    invoice: Number(invoice.number),
    stockCode: stockCode.toUpperCase(),
    title,
    quantity: Math.abs(quantity),
    unitPriceMinor,
    ...time,
    customer: customer === undefined ? null : Number(customer),
    country,
  };
}

/** "2010-12-01 08:26:00", or "12/1/2010 8:26" as spreadsheets write it (month first). */
function readTime(text: string): { day: number; second: number } | undefined {
  const iso = /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)[ T](?<h>\d\d):(?<min>\d\d)(?::(?<s>\d\d))?$/.exec(text);
  const american = iso ?? /^(?<m>\d\d?)\/(?<d>\d\d?)\/(?<y>\d{4}) (?<h>\d\d?):(?<min>\d\d)$/.exec(text);
  const { y, m, d, h, min, s = "0" } = american?.groups ?? {};
  const day = Date.UTC(Number(y), Number(m) - 1, Number(d)) / DAY_MS;
  const second = Number(h) * 3600 + Number(min) * 60 + Number(s);
  return Number.isNaN(day) || Number.isNaN(second) ? undefined : { day, second };
}
