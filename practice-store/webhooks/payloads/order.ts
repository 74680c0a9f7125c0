import { createHash } from "node:crypto";
import { gid } from "../../shop/gid.ts";
import type { Order, ShopInfo } from "../../shop/model.ts";
import {
  moneyString,
  orderTotals,
  type OrderTotals,
  refundedQuantities,
  shareMinor,
} from "../../shop/order-money.ts";
import type { ShopStore } from "../../shop/store.ts";
import { addressPayload, orderCustomerPayload } from "./customer.ts";
import { linePayload } from "./line.ts";
import { refundPayload } from "./refund.ts";
import { localInstant, moneyPair, moneySet, taxLines } from "./values.ts";

function amounts(order: Order, totals: OrderTotals, currency: string): Record<string, unknown> {
  const goodsMinor = order.lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
  const untaxedMinor = totals.totalMinor - totals.taxMinor;
  return {
    ...moneyPair("subtotal_price", totals.subtotalMinor, currency),
    ...moneyPair("total_discounts", totals.discountMinor, currency),
    ...moneyPair("total_line_items_price", goodsMinor, currency),
    ...moneyPair("total_price", totals.totalMinor, currency),
    ...moneyPair("total_tax", totals.taxMinor, currency),
    ...moneyPair("current_subtotal_price", totals.currentSubtotalMinor, currency),
    ...moneyPair("current_total_discounts", currentDiscountMinor(order), currency),
    ...moneyPair("current_total_price", totals.currentTotalMinor, currency),
    ...moneyPair("current_total_tax", totals.currentTaxMinor, currency),
    current_shipping_price_set: moneySet(totals.shippingMinor - totals.refundedShippingMinor, currency),
    total_shipping_price_set: moneySet(totals.shippingMinor, currency),
    total_cash_rounding_payment_adjustment_set: moneySet(0, currency),
    total_cash_rounding_refund_adjustment_set: moneySet(0, currency),
    total_outstanding: moneyString(outstandingMinor(order, totals), currency),
    total_tip_received: moneyString(0, currency),
    current_total_additional_fees_set: null,
    current_total_duties_set: null,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    tax_lines: taxLines(totals.taxMinor, untaxedMinor, currency),
  };
}

/** Discounts of what was not refunded. */
function currentDiscountMinor(order: Order): number {
  const refunded = refundedQuantities(order);
  const left = order.lines.map(({ id, discountMinor, quantity }) =>
    shareMinor(discountMinor, quantity - (refunded.get(id) ?? 0), quantity),
  );
  return left.reduce((sum, minor) => sum + minor, order.shippingDiscountMinor);
}

function outstandingMinor(order: Order, totals: OrderTotals): number {
  return order.financialStatus === "PENDING" || order.financialStatus === "AUTHORIZED"
    ? totals.totalMinor
    : 0;
}

function discounts(order: Order, totals: OrderTotals, currency: string): Record<string, unknown> {
  const value = moneyString(totals.discountMinor, currency);
  const [code] = order.discountCodes;
  const application = {
    target_type: "line_item",
    target_selection: "all",
    allocation_method: "across",
    value,
    value_type: "fixed_amount",
    ...(code === undefined ? { type: "automatic", title: "Discount" } : { type: "discount_code", code }),
  };
  return {
    discount_applications: totals.discountMinor === 0 ? [] : [application],
    // What each of several codes took off is not kept: the first one carries it all.
    discount_codes: order.discountCodes.map((each, position) => ({
      code: each,
      amount: position === 0 ? value : moneyString(0, currency),
      type: "fixed_amount",
    })),
  };
}

function shippingLine(order: Order, totals: OrderTotals, currency: string) {
  const untaxedMinor = totals.shippingMinor - (order.taxesIncluded ? order.shippingTaxMinor : 0);
  return {
    id: order.id,
    carrier_identifier: null,
    code: "Standard",
    title: "Standard",
    source: "shopify",
    phone: null,
    is_removed: false,
    requested_fulfillment_service_id: null,
    ...moneyPair("price", order.shippingMinor, currency),
    ...moneyPair("discounted_price", totals.shippingMinor, currency),
    current_discounted_price_set: moneySet(totals.shippingMinor - totals.refundedShippingMinor, currency),
    discount_allocations: [],
    tax_lines: taxLines(order.shippingTaxMinor, untaxedMinor, currency),
  };
}

/** What every order says alike here, as Shopify says it of a plain web order. */
const PLAIN = {
  app_id: null,
  browser_ip: null,
  cart_token: null,
  checkout_token: null,
  client_details: null,
  closed_at: null,
  confirmation_number: null,
  confirmed: true,
  device_id: null,
  duties_included: false,
  estimated_taxes: false,
  fulfillment_status: null,
  fulfillments: [],
  landing_site: null,
  landing_site_ref: null,
  line_item_groups: [],
  location_id: null,
  merchant_of_record_app_id: null,
  note: null,
  note_attributes: [],
  payment_gateway_names: ["practice"],
  payment_terms: null,
  phone: null,
  po_number: null,
  reference: null,
  referring_site: null,
  returns: [],
  source_identifier: null,
  source_url: null,
  tags: "",
  tax_exempt: false,
  total_weight: 0,
  user_id: null,
};

function people(order: Order, store: ShopStore): Record<string, unknown> {
  const customer = order.customerId === null ? undefined : store.get("customers", order.customerId);
  const person = customer ?? { firstName: null, lastName: null };
  const address = order.countryCode === null ? null : addressPayload(person, order.countryCode);
  const place = address === null ? null : { ...address, latitude: null, longitude: null };
  return {
    customer: customer === undefined ? null : orderCustomerPayload(customer, store.shop),
    customer_locale: customer?.locale ?? store.shop.primaryLocale,
    buyer_accepts_marketing: customer?.emailMarketing === "SUBSCRIBED",
    contact_email: order.email,
    email: order.email,
    billing_address: place,
    shipping_address: place,
  };
}

function identity(order: Order, shop: ShopInfo): Record<string, unknown> {
  const token = createHash("md5").update(String(order.id)).digest("hex");
  return {
    id: order.id,
    admin_graphql_api_id: gid("Order", order.id),
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    token,
    order_status_url: `https://${shop.myshopifyDomain}/${shop.id}/orders/${token}/authenticate`,
    merchant_business_entity_id: Buffer.from(String(shop.id)).toString("base64url"),
  };
}

/** `orders/create`, `orders/updated`, `orders/cancelled`: the order as it is now. */
export function orderPayload(order: Order, store: ShopStore): Record<string, unknown> {
  const { shop } = store;
  const { currencyCode: currency, ianaTimezone } = shop;
  const totals = orderTotals(order);
  const at = (instant: string) => localInstant(instant, ianaTimezone);
  const shipped = order.shippingMinor !== 0 || order.shippingTaxMinor !== 0;
  return {
    ...PLAIN,
    ...identity(order, shop),
    ...people(order, store),
    ...amounts(order, totals, currency),
    ...discounts(order, totals, currency),
    currency,
    presentment_currency: currency,
    created_at: at(order.createdAt),
    processed_at: at(order.processedAt),
    updated_at: at(order.updatedAt),
    cancelled_at: order.cancelledAt === null ? null : at(order.cancelledAt),
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    financial_status: order.financialStatus.toLowerCase(),
    source_name: order.sourceName,
    taxes_included: order.taxesIncluded,
    test: order.test,
    line_items: order.lines.map((line) => linePayload(line, order, currency)),
    shipping_lines: shipped ? [shippingLine(order, totals, currency)] : [],
    refunds: order.refunds.map((refund) => refundPayload(refund, order, shop)),
  };
}
