import { gid } from "../../shop/gid.ts";
import type { Order, Refund, RefundLine, ShopInfo } from "../../shop/model.ts";
import { moneyString, orderTotals, shareMinor } from "../../shop/order-money.ts";
import { refundedLinePayload } from "./line.ts";
import { localInstant, moneySet } from "./values.ts";

/** All money that a refund gives back, tax included. */
export function refundTotalMinor(refund: Refund, order: Order): number {
  return orderTotals({ ...order, refunds: [refund] }).refundedMinor;
}

function refundLinePayload(line: RefundLine, order: Order, currency: string) {
  const sold = order.lines.find(({ id }) => id === line.lineId);
  return {
    id: line.lineId,
    line_item_id: line.lineId,
    location_id: null,
    quantity: line.quantity,
    restock_type: "no_restock",
    // These two are numbers in Shopify's payloads, unlike every other amount.
    subtotal: Number(moneyString(line.subtotalMinor, currency)),
    subtotal_set: moneySet(line.subtotalMinor, currency),
    total_tax: Number(moneyString(line.taxMinor, currency)),
    total_tax_set: moneySet(line.taxMinor, currency),
    line_item: sold === undefined ? null : refundedLinePayload(sold, order, currency),
  };
}

/** Money beyond lines and shipping; what goes to the customer is negative. */
function adjustments({ id, adjustmentMinor }: Refund, orderId: number, currency: string) {
  if (adjustmentMinor === 0) return [];
  return [
    {
      id,
      order_id: orderId,
      refund_id: id,
      kind: "refund_discrepancy",
      reason: "Refund discrepancy",
      amount: moneyString(-adjustmentMinor, currency),
      amount_set: moneySet(-adjustmentMinor, currency),
      tax_amount: moneyString(0, currency),
      tax_amount_set: moneySet(0, currency),
    },
  ];
}

/** Named as in Admin GraphQL's RefundShippingLine: no example of the payload's own has one. */
function shippingLines({ id, shippingMinor }: Refund, order: Order, currency: string) {
  if (shippingMinor === 0) return [];
  const soldMinor = order.shippingMinor - order.shippingDiscountMinor;
  return [
    {
      id,
      subtotal_amount_set: moneySet(shippingMinor, currency),
      tax_amount_set: moneySet(shareMinor(order.shippingTaxMinor, shippingMinor, soldMinor), currency),
    },
  ];
}

function transaction(refund: Refund, order: Order, at: string, currency: string) {
  return {
    id: refund.id,
    admin_graphql_api_id: gid("OrderTransaction", refund.id),
    order_id: order.id,
    parent_id: null,
    kind: "refund",
    status: "success",
    gateway: "practice",
    message: null,
    amount: moneyString(refundTotalMinor(refund, order), currency),
    amount_rounding: null,
    currency,
    authorization: null,
    created_at: at,
    processed_at: at,
    device_id: null,
    error_code: null,
    location_id: null,
    manual_payment_gateway: false,
    payment_id: `${order.name}.1`,
    receipt: {},
    source_name: order.sourceName,
    test: order.test,
    // Shopify writes this pair with `currency` where every other has `currency_code`.
    total_unsettled_set: {
      presentment_money: { amount: "0.0", currency },
      shop_money: { amount: "0.0", currency },
    },
    user_id: null,
  };
}

/** `refunds/create`, and each of an order's `refunds`. */
export function refundPayload(refund: Refund, order: Order, shop: ShopInfo) {
  const { currencyCode: currency, ianaTimezone } = shop;
  const at = localInstant(refund.createdAt, ianaTimezone);
  return {
    id: refund.id,
    admin_graphql_api_id: gid("Refund", refund.id),
    order_id: order.id,
    created_at: at,
    processed_at: at,
    note: refund.note,
    user_id: null,
    restock: false,
    return: null,
    duties: [],
    total_duties_set: moneySet(0, currency),
    order_adjustments: adjustments(refund, order.id, currency),
    refund_line_items: refund.lines.map((line) => refundLinePayload(line, order, currency)),
    refund_shipping_lines: shippingLines(refund, order, currency),
    transactions: [transaction(refund, order, at, currency)],
  };
}
