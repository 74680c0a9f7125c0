import { columnsOf } from "./file-shop.ts";
import type { Row } from "./rows.ts";

/** Columns without which a file is not taken for an order export: our name and Shopify's. */
const NEEDED = {
  name: ["Name"],
  email: ["Email"],
  financialStatus: ["Financial Status"],
  currency: ["Currency"],
  subtotal: ["Subtotal"],
  shipping: ["Shipping"],
  taxes: ["Taxes"],
  total: ["Total"],
  createdAt: ["Created at"],
  quantity: ["Lineitem quantity"],
  title: ["Lineitem name"],
  price: ["Lineitem price"],
} as const;

/** Columns that are read where they are there; older exports lack some. */
const WELCOME = {
  paidAt: ["Paid at"],
  acceptsMarketing: ["Accepts Marketing"],
  discountCode: ["Discount Code"],
  discountAmount: ["Discount Amount"],
  sku: ["Lineitem sku"],
  requiresShipping: ["Lineitem requires shipping"],
  taxable: ["Lineitem taxable"],
  lineDiscount: ["Lineitem discount"],
  billingName: ["Billing Name"],
  billingCountry: ["Billing Country"],
  shippingName: ["Shipping Name"],
  shippingCountry: ["Shipping Country"],
  cancelledAt: ["Cancelled at", "Canceled at"],
  refunded: ["Refunded Amount"],
  vendor: ["Vendor"],
  id: ["Id"],
  source: ["Source"],
  phone: ["Phone"],
} as const;

export type ExportColumn = keyof typeof NEEDED | keyof typeof WELCOME;

/** A row of Shopify's order export; a cell is empty where the file has no such column. */
export type ExportRow = { line: number; cell: (column: ExportColumn) => string };

/** Gives a reader of rows if the header is that of Shopify's order export. */
export function exportRowReader(header: readonly string[]): ((row: Row) => ExportRow) | undefined {
  const find = columnsOf(header);
  if (Object.values(NEEDED).some((names) => find(...names) === undefined)) return undefined;
  const places = new Map<string, number | undefined>(
    Object.entries({ ...NEEDED, ...WELCOME }).map(([column, names]) => [column, find(...names)]),
  );
  return ({ line, cells }) => ({
    line,
    cell: (column) => cells[places.get(column) ?? -1]?.trim() ?? "",
  });
}
