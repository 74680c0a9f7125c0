import { z } from "zod";
import { copyRow } from "#app/platform/copy-text.ts";
import { parseMinor } from "#app/platform/money.ts";

/** Where a line of a bulk result goes, and the row for COPY. */
export type StagedRow = { table: StageTable; row: string };

/**
 * The stage: what a bulk query tells, as it comes, before it is merged into the mirror. Columns in the
 * order of the rows below.
 */
export const STAGE = {
  product: "id bigint, title text, product_type text, vendor text, gift_card boolean, updated_at timestamptz",
  customer:
    "id bigint, tags text[], created_at timestamptz, updated_at timestamptz, orders_count int, spent_minor bigint",
  order:
    "id bigint, customer_id bigint, name text, processed_at timestamptz, created_at timestamptz, " +
    "updated_at timestamptz, cancelled_at timestamptz, test boolean, financial_status text, " +
    "subtotal_minor bigint, shipping_minor bigint, tax_minor bigint, total_minor bigint, " +
    "taxes_included boolean, refunded_shipping_minor bigint, refunded_tax_minor bigint",
  line:
    "order_id bigint, id bigint, product_id bigint, variant_id bigint, sku text, quantity int, " +
    "total_minor bigint, gift_card boolean",
  /** Lines that are gift cards once more: what they cost, and what of that was given back. */
  gift: "order_id bigint, total_minor bigint, refunded_minor bigint",
  refund: "order_id bigint, id bigint, created_at timestamptz, total_minor bigint",
} as const;

export type StageTable = keyof typeof STAGE;

const money = z.object({ shopMoney: z.object({ amount: z.string() }) });
const ref = z.object({ id: z.string() }).nullable();

const productSchema = z.object({
  id: z.string(),
  title: z.string(),
  productType: z.string(),
  vendor: z.string(),
  isGiftCard: z.boolean(),
  updatedAt: z.string(),
});

const customerSchema = z.object({
  id: z.string(),
  tags: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  numberOfOrders: z.coerce.number(),
  amountSpent: z.object({ amount: z.string() }),
});

const orderSchema = z.object({
  id: z.string(),
  name: z.string(),
  processedAt: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullable(),
  test: z.boolean(),
  displayFinancialStatus: z.string().nullable(),
  taxesIncluded: z.boolean(),
  customer: ref,
  subtotalPriceSet: money.nullable(),
  totalShippingPriceSet: money,
  totalTaxSet: money.nullable(),
  totalPriceSet: money,
  currentTotalTaxSet: money,
  totalRefundedShippingSet: money,
  refunds: z.array(z.object({ id: z.string(), createdAt: z.string().nullable(), totalRefundedSet: money })),
});

const lineSchema = z.object({
  id: z.string(),
  __parentId: z.string(),
  sku: z.string().nullable(),
  quantity: z.number(),
  currentQuantity: z.number(),
  isGiftCard: z.boolean(),
  product: ref,
  variant: ref,
  discountedTotalSet: money,
});

/** The row of a line of the bulk query of products. */
export function productRow(text: string): StagedRow[] {
  const { id, title, productType, vendor, isGiftCard, updatedAt } = productSchema.parse(JSON.parse(text));
  const row = copyRow([digitsOf("Product", id), title, productType, vendor, isGiftCard, updatedAt]);
  return [{ table: "product", row }];
}

/** The row of a line of the bulk query of customers; `currency` is the shop's. */
export function customerRow(text: string, currency: string): StagedRow[] {
  const one = customerSchema.parse(JSON.parse(text));
  const id = digitsOf("Customer", one.id);
  const spentMinor = parseMinor(one.amountSpent.amount, currency);
  const row = copyRow([id, one.tags, one.createdAt, one.updatedAt, one.numberOfOrders, spentMinor]);
  return [{ table: "customer", row }];
}

/** The rows of a line of the bulk query of orders: an order with its refunds, or a line of one. */
export function orderRows(text: string, currency: string): StagedRow[] {
  return toldOrderRows(JSON.parse(text), currency);
}

/** The same of a told object, as it stands in such a line. */
export function toldOrderRows(value: unknown, currency: string): StagedRow[] {
  const isChild = typeof value === "object" && value !== null && "__parentId" in value;
  return isChild ? lineRows(value, currency) : orderWithRefunds(value, currency);
}

function lineRows(value: unknown, currency: string): StagedRow[] {
  const line = lineSchema.parse(value);
  const orderId = digitsOf("Order", line.__parentId);
  const totalMinor = minorOf(line.discountedTotalSet, currency);
  const row = copyRow([
    orderId,
    digitsOf("LineItem", line.id),
    line.product === null ? null : digitsOf("Product", line.product.id),
    line.variant === null ? null : digitsOf("ProductVariant", line.variant.id),
    line.sku,
    line.quantity,
    totalMinor,
    line.isGiftCard,
  ]);
  if (!line.isGiftCard) return [{ table: "line", row }];
  const refunded = line.quantity - line.currentQuantity;
  const refundedMinor = line.quantity === 0 ? 0 : Math.round((totalMinor * refunded) / line.quantity);
  const gift = copyRow([orderId, totalMinor, refundedMinor]);
  return [
    { table: "line", row },
    { table: "gift", row: gift },
  ];
}

function orderWithRefunds(value: unknown, currency: string): StagedRow[] {
  const order = orderSchema.parse(value);
  const id = digitsOf("Order", order.id);
  const taxMinor = minorOf(order.totalTaxSet, currency);
  const row = copyRow([
    id,
    order.customer === null ? null : digitsOf("Customer", order.customer.id),
    order.name,
    order.processedAt,
    order.createdAt,
    order.updatedAt,
    order.cancelledAt,
    order.test,
    order.displayFinancialStatus ?? "PENDING",
    minorOf(order.subtotalPriceSet, currency),
    minorOf(order.totalShippingPriceSet, currency),
    taxMinor,
    minorOf(order.totalPriceSet, currency),
    order.taxesIncluded,
    minorOf(order.totalRefundedShippingSet, currency),
    taxMinor - minorOf(order.currentTotalTaxSet, currency),
  ]);
  const refunds = order.refunds.map((refund) => {
    const cells = [id, digitsOf("Refund", refund.id), refund.createdAt ?? order.updatedAt];
    return {
      table: "refund" as const,
      row: copyRow([...cells, minorOf(refund.totalRefundedSet, currency)]),
    };
  });
  return [{ table: "order", row }, ...refunds];
}

const GIDS = ["Product", "ProductVariant", "Customer", "Order", "LineItem", "Refund"] as const;
const prefixes = new Map(GIDS.map((type) => [type, `gid://shopify/${type}/`]));

/** The number in a gid, as text: there are a million of them in a file. PostgreSQL checks that it is one. */
function digitsOf(type: (typeof GIDS)[number], gid: string): string {
  const prefix = prefixes.get(type) ?? "";
  if (!gid.startsWith(prefix)) throw new RangeError(`Not a gid of a ${type}: ${gid}`);
  return gid.slice(prefix.length);
}

function minorOf(set: z.infer<typeof money> | null, currency: string): number {
  return set === null ? 0 : parseMinor(set.shopMoney.amount, currency);
}
