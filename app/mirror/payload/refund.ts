import { z } from "zod";
import { parseMinor } from "#app/platform/money.ts";
import type { News, NewsRefund } from "../news.ts";
import { idText, moneySet, sum } from "./values.ts";

/** A refund, alone or within an order's payload. */
export const refundPayload = z.object({
  id: idText,
  created_at: z.string(),
  /** Read for its currency alone, which is the shop's. */
  total_duties_set: z.object({ shop_money: z.object({ currency_code: z.string() }) }).nullish(),
  refund_line_items: z.array(
    z.object({
      subtotal_set: moneySet,
      total_tax_set: moneySet,
      line_item: z.object({ gift_card: z.boolean() }).nullish(),
    }),
  ),
  refund_shipping_lines: z
    .array(z.object({ subtotal_amount_set: moneySet, tax_amount_set: moneySet }))
    .default([]),
  order_adjustments: z
    .array(z.object({ kind: z.string().nullish(), amount_set: moneySet, tax_amount_set: moneySet }))
    .default([]),
  transactions: z
    .array(
      z.object({
        kind: z.string(),
        status: z.string().nullish(),
        amount: z.string(),
        currency: z.string().nullish(),
      }),
    )
    .default([]),
});

const refundCreated = refundPayload.extend({ order_id: idText });

/** `refunds/create`. */
export function readRefundCreated(payload: unknown): News {
  const { order_id: orderId, ...rest } = refundCreated.parse(payload);
  const currency = rest.total_duties_set?.shop_money.currency_code;
  const refund = currency === undefined ? undefined : readRefund(rest, currency);
  return refund === undefined ? { kind: "order-changed", orderId } : { kind: "refund", orderId, refund };
}

/**
 * A refund in the shop's currency. The total is what was paid back: the successful refund transactions, as in
 * Shopify's `totalRefunded`. Shipping given back is in lines of its own, in older payloads in an adjustment
 * of kind `shipping_refund` (negative). Undefined where the money went in another currency: what that is in
 * the shop's the payload does not tell.
 */
export function readRefund(
  payload: z.output<typeof refundPayload>,
  shopCurrency: string,
): NewsRefund | undefined {
  const paidBack = payload.transactions.filter(
    ({ kind, status }) => kind === "refund" && status === "success",
  );
  if (paidBack.some(({ currency }) => (currency ?? shopCurrency) !== shopCurrency)) return undefined;
  const lines = payload.refund_line_items;
  const shipping = payload.refund_shipping_lines;
  const adjusted = payload.order_adjustments.filter(({ kind }) => kind === "shipping_refund");
  const older = shipping.length === 0 ? adjusted : [];
  return {
    id: payload.id,
    createdAt: payload.created_at,
    totalMinor: sum(paidBack, ({ amount }) => parseMinor(amount, shopCurrency)),
    shippingMinor: sum(shipping, (line) => line.subtotal_amount_set) - sum(older, (each) => each.amount_set),
    taxMinor:
      sum(lines, (line) => line.total_tax_set) +
      sum(shipping, (line) => line.tax_amount_set) -
      sum(older, (each) => each.tax_amount_set),
    giftCardMinor: sum(lines, (line) => (line.line_item?.gift_card === true ? line.subtotal_set : 0)),
  };
}
