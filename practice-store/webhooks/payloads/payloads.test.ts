import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { schemaForWebhook } from "shopify-webhook-schemas";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { announceBulkFinish } from "../../shop/actions/announce.ts";
import { cancelOrder } from "../../shop/actions/cancel-order.ts";
import { createCustomer, deleteCustomer, updateCustomer } from "../../shop/actions/customers.ts";
import { deleteOrder } from "../../shop/actions/delete-order.ts";
import { mergeCustomers } from "../../shop/actions/merge-customers.ts";
import { placeOrder } from "../../shop/actions/place-order.ts";
import { createProduct, deleteProduct, updateProduct } from "../../shop/actions/products.ts";
import { refundOrder } from "../../shop/actions/refund-order.ts";
import { EXAMPLE_NOW, exampleShop } from "../../shop/example-shop.ts";
import type { Order } from "../../shop/model.ts";
import type { ShopStore } from "../../shop/store.ts";
import { readAppToml } from "../app-toml.ts";
import { localInstant } from "./values.ts";
import { customerRedactPayload, dataRequestPayload, shopRedactPayload } from "./privacy.ts";
import { scopesPayload, shopPayload } from "./shop.ts";

/** The newest version that the package knows. */
const SCHEMA_VERSION = "2026-07";

/**
 * Properties that Shopify leaves empty though its one example, from which the schemas were inferred,
 * has a value: parts of an address, texts nobody wrote, people and pictures there are none of.
 */
const MAY_BE_NULL = new Set([
  ...[
    "address1",
    "address2",
    "company",
    "city",
    "province",
    "province_code",
    "zip",
    "phone",
    "first_name",
    "last_name",
  ],
  ...["note", "email", "contact_email", "customer", "default_address", "billing_address"],
  ...["shipping_address", "image", "user_id", "lastOrderId", "vendor", "sku"],
]);

const schemaNode = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

function nullable(type: string | string[] | undefined): string[] | undefined {
  return type === undefined ? undefined : [...new Set([type, "null"].flat())];
}

/** The inferred schema without what one example cannot know, and closed: no property that it lacks. */
function closed(schema: unknown, name = ""): unknown {
  const parsed = schemaNode.safeParse(schema);
  if (!parsed.success) return schema;
  const { type, properties, items, format, ...rest } = parsed.data;
  return {
    ...rest,
    ...(type === undefined ? {} : { type: MAY_BE_NULL.has(name) ? nullable(type) : type }),
    ...(format === "date-time" ? { format } : {}),
    ...(properties === undefined ? {} : { properties: closedAll(properties), additionalProperties: false }),
    // An array that is empty in the example says nothing of its items.
    ...(items === undefined || items === false ? {} : { items: closed(items) }),
  };
}

function closedAll(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, closed(value, key)]));
}

const clock = () => new Date(EXAMPLE_NOW);

function orderOf(store: ShopStore, customerId: number | null): Order {
  return placeOrder(store, clock, {
    customerId,
    shippingMinor: 500,
    shippingTaxMinor: 83,
    discountCodes: ["MUGS"],
    lines: [
      {
        productId: 501,
        variantId: 601,
        sku: "MUG",
        title: "Mug",
        quantity: 2,
        unitPriceMinor: 1250,
        discountMinor: 250,
        taxMinor: 375,
        giftCard: false,
      },
    ],
  });
}

/** Does everything once that apps hear of, and collects what they hear as JSON. */
function everything(): Map<string, unknown[]> {
  const store = exampleShop();
  const heard = new Map<string, unknown[]>();
  const hear = (topic: string, payload: unknown) => {
    heard.set(topic, [...(heard.get(topic) ?? []), JSON.parse(JSON.stringify(payload))]);
  };
  store.changes.on("event", ({ topic, payload }) => hear(topic, payload()));
  const order = orderOf(store, 101);
  const lines = order.lines.map(({ id }) => ({ lineId: id, quantity: 1 }));
  const first = refundOrder(store, clock, order, { kind: "lines", lines });
  if (first.ok) refundOrder(store, clock, first.order, { kind: "everything" }, "as agreed");
  const byAmount = refundOrder(store, clock, orderOf(store, 102), { kind: "amount", amountMinor: 1 });
  if (byAmount.ok) cancelOrder(store, clock, byAmount.order, "FRAUD");
  deleteOrder(store, clock, orderOf(store, null));
  const customer = createCustomer(store, clock, { email: "cy@example.com", tags: ["vip"] });
  deleteCustomer(store, clock, updateCustomer(store, clock, customer, { countryCode: "FR", tags: [] }));
  const [ada, bea] = [store.get("customers", 101), store.get("customers", 102)];
  if (ada === undefined || bea === undefined) throw new Error("the example shop has changed");
  const orders = store.ordersOf(101);
  hear("customers/data_request", dataRequestPayload(ada, orders, 9, store.shop));
  hear("customers/redact", customerRedactPayload(ada, orders, store.shop));
  hear("shop/redact", shopRedactPayload(store.shop));
  hear("app/uninstalled", shopPayload(store.shop, EXAMPLE_NOW));
  const scopes = { appId: 5, previous: ["read_orders"], current: [] };
  hear("app/scopes_update", scopesPayload(scopes, store.shop, EXAMPLE_NOW));
  hear("shop/update", shopPayload(store.shop, EXAMPLE_NOW));
  mergeCustomers(store, clock, ada, bea);
  const product = createProduct(store, clock, { title: "Tea pot", sku: "POT", priceMinor: 3000 });
  deleteProduct(store, clock, updateProduct(store, clock, product, { title: "Teapot" }));
  announceBulkFinish(store, EXAMPLE_NOW, {
    id: 3,
    status: "completed",
    errorCode: null,
    type: "query",
    createdAt: EXAMPLE_NOW,
    completedAt: EXAMPLE_NOW,
  });
  return heard;
}

const app = readAppToml(fileURLToPath(new URL("../../../shopify.app.toml", import.meta.url)));
// An order is edited nowhere in the practice store.
const topics = [...app.subscriptions, ...app.complianceTopics]
  .map(({ topic }) => topic)
  .filter((topic) => topic !== "orders/edited");

describe("what apps are sent", () => {
  let heard: Map<string, unknown[]>;
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: { uri: true, "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)$/ },
  });

  beforeAll(() => {
    heard = everything();
  });

  it.each(topics)("%s has the shape that Shopify's example has", (topic) => {
    const schema: unknown = schemaForWebhook(SCHEMA_VERSION, topic);
    const validate = ajv.compile(z.looseObject({}).parse(closed(schema)));
    const payloads = heard.get(topic) ?? [];
    expect(payloads.length).toBeGreaterThan(0);
    for (const payload of payloads) {
      validate(payload);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it("says of a customer nothing that has a topic of its own", () => {
    for (const payload of heard.get("customers/update") ?? []) {
      expect(payload).not.toHaveProperty("tags");
      expect(payload).not.toHaveProperty("orders_count");
      expect(payload).not.toHaveProperty("total_spent");
    }
  });

  it("adds an order up to the penny", () => {
    expect(heard.get("orders/create")?.[0]).toMatchObject({
      name: "#1001",
      financial_status: "paid",
      created_at: "2026-07-01T11:30:00+01:00",
      subtotal_price: "22.50",
      total_discounts: "2.50",
      total_price: "27.50",
      total_tax: "4.58",
      current_total_price_set: { shop_money: { amount: "27.50", currency_code: "GBP" } },
      line_items: [{ price: "12.50", quantity: 2, discount_allocations: [{ amount: "2.50" }] }],
      customer: { id: 101 },
      refunds: [],
    });
  });

  it("gives a refund's money in its transaction, whatever it is made of", () => {
    expect(heard.get("refunds/create")).toMatchObject([
      {
        transactions: [{ kind: "refund", status: "success", amount: "11.25" }],
        refund_line_items: [{ quantity: 1, subtotal: 11.25, total_tax: 1.88 }],
      },
      { transactions: [{ amount: "16.25" }], refund_shipping_lines: [{}], note: "as agreed" },
      { transactions: [{ amount: "0.01" }], order_adjustments: [{ amount: "-0.01" }], refund_line_items: [] },
      { transactions: [{ amount: "27.49" }] },
    ]);
  });

  it("shows an order after its refunds as what is left of it", () => {
    const [, partly, wholly] = heard.get("orders/updated") ?? [];
    expect(partly).toMatchObject({
      financial_status: "partially_refunded",
      total_price: "27.50",
      current_total_price: "16.25",
      line_items: [{ quantity: 2, current_quantity: 1 }],
      refunds: [{ transactions: [{ amount: "11.25" }] }],
    });
    expect(wholly).toMatchObject({ financial_status: "refunded", current_total_price: "0.00" });
  });
});

describe("localInstant", () => {
  it.each([
    ["2026-07-01T10:30:00.987Z", "Europe/London", "2026-07-01T11:30:00+01:00"],
    ["2026-01-01T23:30:00Z", "Europe/London", "2026-01-01T23:30:00+00:00"],
    ["2026-01-01T20:00:00Z", "Asia/Kolkata", "2026-01-02T01:30:00+05:30"],
    ["2026-01-01T00:00:00Z", "America/New_York", "2025-12-31T19:00:00-05:00"],
  ])("writes %s in %s as %s", (iso, timeZone, text) => {
    expect(localInstant(iso, timeZone)).toBe(text);
  });
});
