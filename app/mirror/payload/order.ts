import { z } from "zod";
import type { News } from "../news.ts";
import { readRefund, refundPayload } from "./refund.ts";
import { idText, moneySet, sum } from "./values.ts";

const linePayload = z.object({
  id: idText,
  product_id: idText.nullish(),
  variant_id: idText.nullish(),
  sku: z.string().nullish(),
  quantity: z.int(),
  gift_card: z.boolean(),
  price_set: moneySet,
  discount_allocations: z.array(z.object({ amount_set: moneySet })).default([]),
});

const orderPayload = z.object({
  id: idText,
  customer: z.object({ id: idText }).nullish(),
  name: z.string(),
  currency: z.string(),
  processed_at: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  cancelled_at: z.string().nullish(),
  test: z.boolean(),
  financial_status: z.string().nullish(),
  subtotal_price_set: moneySet,
  total_shipping_price_set: moneySet,
  total_tax_set: moneySet,
  total_price_set: moneySet,
  taxes_included: z.boolean(),
  line_items: z.array(linePayload),
  refunds: z.array(refundPayload).default([]),
});

/**
 * `orders/create`, `orders/updated`, `orders/cancelled`: the whole order, in amounts of the shop's currency.
 * Where a refund went in another one, only that the order changed.
 */
export function readOrder(payload: unknown): News {
  const order = orderPayload.parse(payload);
  const lines = order.line_items.map(readLine);
  const refunds = order.refunds.flatMap((refund) => readRefund(refund, order.currency) ?? []);
  if (refunds.length < order.refunds.length) return { kind: "order-changed", orderId: order.id };
  return {
    kind: "order",
    order: {
      id: order.id,
      customerId: order.customer?.id ?? null,
      name: order.name,
      processedAt: order.processed_at ?? order.created_at,
      createdAt: order.created_at,
      updatedAt: order.updated_at,
      cancelledAt: order.cancelled_at ?? null,
      test: order.test,
      financialStatus: (order.financial_status ?? "pending").toUpperCase(),
      subtotalMinor: order.subtotal_price_set,
      giftCardMinor: sum(lines, (line) => (line.giftCard ? line.totalMinor : 0)),
      shippingMinor: order.total_shipping_price_set,
      taxMinor: order.total_tax_set,
      totalMinor: order.total_price_set,
      taxesIncluded: order.taxes_included,
      lines,
      refunds,
    },
  };
}

/** A line after all of its discounts, its share of the order's included. */
function readLine(line: z.output<typeof linePayload>) {
  const discountMinor = sum(line.discount_allocations, ({ amount_set }) => amount_set);
  return {
    id: line.id,
    productId: line.product_id ?? null,
    variantId: line.variant_id ?? null,
    sku: line.sku ?? null,
    quantity: line.quantity,
    totalMinor: line.price_set * line.quantity - discountMinor,
    giftCard: line.gift_card,
  };
}

const editPayload = z.object({ order_edit: z.object({ order_id: idText }) });

/** `orders/edited` names lines that came and went, no sums: the order has to be read again. */
export function readOrderEdited(payload: unknown): News {
  return { kind: "order-changed", orderId: editPayload.parse(payload).order_edit.order_id };
}

const deletedPayload = z.object({ id: idText });

/** `orders/delete`. */
export function readOrderDeleted(payload: unknown): News {
  return { kind: "order-deleted", orderId: deletedPayload.parse(payload).id };
}
