import type { Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createFaults } from "../faults/faults.ts";
import { createPracticeServer, listen } from "../server.ts";
import { EXAMPLE_NOW, exampleShop } from "../shop/example-shop.ts";
import type { Installation } from "../shop/model.ts";
import { startWebhooks, type Webhooks } from "../webhooks/start.ts";
import { controlRoutes } from "./routes.ts";

const TOPICS = [
  "orders/create",
  "refunds/create",
  "customers/redact",
  "customers/data_request",
  "shop/redact",
];

let store = exampleShop();
let faults = createFaults(1);
let installed: Installation | null = null;
let webhooks: Webhooks;
let server: Server;
let url: string;

beforeEach(async () => {
  store = exampleShop();
  faults = createFaults(1);
  const scopes: string[] = [];
  installed = { clientId: "c", appId: 1, handle: "app", title: "App", scopes, installedAt: EXAMPLE_NOW };
  const clock = () => new Date(EXAMPLE_NOW);
  webhooks = startWebhooks({
    store,
    subscriptions: TOPICS.map((topic) => ({ topic, uri: "/" })),
    secret: "s3cret",
    apiVersion: "2026-10",
    // Nobody listens at the discard port: deliveries stay pending.
    targetUrl: "http://127.0.0.1:9",
    clock,
    faults,
    timeScale: 1,
  });
  const uninstall = () => (installed = null);
  const deps = { store, clock, faults, webhooks, installation: () => installed, uninstall };
  server = createPracticeServer([controlRoutes(deps)]);
  url = `http://127.0.0.1:${await listen(server, 0)}/practice`;
});

afterEach(() => {
  webhooks.stop();
  server.close();
});

const json = z.looseObject({ error: z.string().optional(), id: z.number().optional() });

/** Asks a control; answers its status and its JSON. A text is sent as it is. */
async function ask(method: string, path: string, body?: unknown) {
  const sent = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(url + path, { method, ...(sent === undefined ? {} : { body: sent }) });
  return { status: response.status, ...json.parse(await response.json()) };
}

async function place(body: unknown): Promise<string> {
  return String((await ask("POST", "/orders", body)).id);
}

describe("POST /practice/orders", () => {
  it.each([
    ["lines by SKU", { lines: [{ sku: "MUG", quantity: 2 }] }, "25.00"],
    ["lines by variant, one piece where none is said", { lines: [{ variantId: 601 }] }, "12.50"],
    ["an amount as text", { amount: "80.05" }, "80.05"],
    ["an amount as a number, with shipping", { amount: 80.5, shipping: "4.95" }, "85.45"],
  ])("takes %s", async (_what, body, total) => {
    const answer = await ask("POST", "/orders", { customerId: 101, ...body });
    expect(answer).toMatchObject({
      status: 201,
      name: "#1001",
      gid: `gid://shopify/Order/${String(answer.id)}`,
      customerId: 101,
      total,
      currency: "GBP",
      financialStatus: "PAID",
      processedAt: EXAMPLE_NOW,
    });
    expect(store.get("orders", answer.id ?? 0)?.lines).toHaveLength(1);
  });

  it.each([101, "101", "gid://shopify/Customer/101"])("knows a customer by %j", async (customerId) => {
    expect(await ask("POST", "/orders", { customerId, amount: 1 })).toMatchObject({ customerId: 101 });
  });

  it("keeps the day on which a sale happened, and takes guests", async () => {
    const guest = { email: "guest@example.com", amount: "5", processedAt: "2026-02-03T12:00:00+01:00" };
    expect(await ask("POST", "/orders", guest)).toMatchObject({
      status: 201,
      customerId: null,
      processedAt: "2026-02-03T11:00:00.000Z",
    });
  });

  it.each([
    ["no content", {}, 400, /give either "lines"/],
    ["both lines and an amount", { amount: 1, lines: [{ sku: "MUG" }] }, 400, /give either "lines"/],
    ["an amount finer than the currency", { amount: "1.999" }, 400, /amount: "1.999" is no amount/],
    ["nothing for money", { amount: 0 }, 400, /amount: 0 is no amount above zero/],
    [
      "the id of something else",
      { customerId: "gid://shopify/Order/101", amount: 1 },
      400,
      /customerId: .*no id/,
    ],
    ["a customer who is not there", { customerId: 999, amount: 1 }, 404, /there is no customer 999/],
    ["a SKU that is not sold", { lines: [{ sku: "CUP" }] }, 404, /there is no product with SKU CUP/],
    ["half a mug", { lines: [{ sku: "MUG", quantity: 0.5 }] }, 400, /lines\.0\.quantity/],
    ["a day that is none", { amount: 1, processedAt: "yesterday" }, 400, /processedAt: must be a date/],
    ["a field that it does not know", { amount: 1, total: 5 }, 400, /total/],
    ["what is no JSON", "{amount", 400, /the body cannot be read/],
  ])("refuses %s and says so", async (_what, body, status, error) => {
    const answer = await ask("POST", "/orders", body);
    expect(answer.status).toBe(status);
    expect(answer.error).toMatch(error);
    expect(store.tables.orders.size).toBe(0);
  });
});

describe("an order's controls", () => {
  it("refund an amount, lines by SKU, then the rest", async () => {
    const id = await place({ customerId: 101, lines: [{ sku: "MUG", quantity: 4 }] });
    expect(await ask("POST", `/orders/${id}/refund`, { amount: "2.50" })).toMatchObject({
      status: 200,
      refunded: "2.50",
      financialStatus: "PARTIALLY_REFUNDED",
    });
    const lines = [{ sku: "MUG", quantity: 1 }];
    expect(await ask("POST", `/orders/${id}/refund`, { lines })).toMatchObject({ refunded: "15.00" });
    expect(await ask("POST", `/orders/${id}/refund`)).toMatchObject({
      refunded: "50.00",
      financialStatus: "REFUNDED",
    });
    expect(await ask("POST", `/orders/${id}/refund`)).toMatchObject({ status: 400 });
  });

  it("refuse to refund more than there is", async () => {
    const id = await place({ customerId: 101, amount: "10" });
    const answer = await ask("POST", `/orders/${id}/refund`, { amount: "10.01" });
    expect(answer).toMatchObject({
      status: 400,
      error: "only 10.00 GBP can still be refunded on order #1001",
    });
  });

  it("cancel once", async () => {
    const id = await place({ customerId: 101, amount: "10" });
    expect(await ask("POST", `/orders/gid:%2F%2Fshopify%2FOrder%2F${id}/cancel`)).toMatchObject({
      status: 200,
      cancelledAt: EXAMPLE_NOW,
      financialStatus: "REFUNDED",
    });
    expect(await ask("POST", `/orders/${id}/cancel`)).toMatchObject({ status: 409 });
  });

  it("delete", async () => {
    const id = await place({ customerId: 101, amount: "10" });
    expect(await ask("DELETE", `/orders/${id}`)).toMatchObject({ status: 200 });
    expect(await ask("DELETE", `/orders/${id}`)).toMatchObject({ status: 404 });
  });
});

describe("customers and products", () => {
  it("are created and changed", async () => {
    const made = await ask("POST", "/customers", { email: "cy@example.com", tags: ["vip"] });
    expect(made).toMatchObject({ status: 201, email: "cy@example.com", tags: ["vip"] });
    const changed = await ask("POST", `/customers/${String(made.id)}`, { tags: [] });
    expect(changed).toMatchObject({ status: 200, email: "cy@example.com", tags: [] });
    const pot = await ask("POST", "/products", { title: "Tea pot", sku: "POT", price: "30" });
    expect(await ask("POST", `/products/${String(pot.id)}`, { title: "Teapot" })).toMatchObject({
      title: "Teapot",
      skus: ["POT"],
    });
  });

  it("merge into the one to keep", async () => {
    await place({ customerId: 102, amount: "10" });
    expect(await ask("POST", "/customers/merge", { keepId: "101", deleteId: 102 })).toMatchObject({
      status: 200,
      id: 101,
      orders: 1,
      deleted: 102,
    });
    expect(store.get("customers", 102)).toBeUndefined();
    const again = await ask("POST", "/customers/merge", { keepId: 101, deleteId: 101 });
    expect(again.error).toContain("the same customer");
  });

  it("go where nothing holds them", async () => {
    await place({ customerId: 102, amount: "10" });
    expect(await ask("DELETE", "/customers/102")).toMatchObject({ status: 409 });
    expect(await ask("DELETE", "/customers/101")).toMatchObject({ status: 200 });
    expect(await ask("DELETE", "/products/501")).toMatchObject({ status: 200 });
  });
});

describe("/practice/faults", () => {
  it("sets some, shows all, clears all", async () => {
    const set = { api: { errorRate: 0.1 }, webhooks: { drop: 0.5, shuffleMs: 200 } };
    const all = {
      api: { errorRate: 0.1, throttled: false, latencyMs: 0, bulkFailsAfter: null },
      webhooks: { drop: 0.5, duplicate: 0, shuffleMs: 200, delayMs: 0 },
    };
    expect(await ask("POST", "/faults", set)).toMatchObject(all);
    expect(await ask("GET", "/faults")).toMatchObject(all);
    expect(faults.webhooks.drop).toBe(0.5);
    expect(await ask("DELETE", "/faults")).toMatchObject({ webhooks: { drop: 0 }, api: { errorRate: 0 } });
  });

  it.each([
    [{ webhooks: { drop: 2 } }, /webhooks\.drop/],
    [{ webhooks: { lose: 1 } }, /lose/],
  ])("refuses %j", async (body, error) => {
    const answer = await ask("POST", "/faults", body);
    expect(answer.status).toBe(400);
    expect(answer.error).toMatch(error);
  });
});

describe("/practice/deliveries", () => {
  it("shows what an order caused, newest first, by topic and subject", async () => {
    const first = await place({ customerId: 101, amount: "10" });
    await place({ customerId: 101, amount: "20" });
    await ask("POST", `/orders/${first}/refund`);
    expect(await ask("GET", "/deliveries")).toMatchObject({
      total: 3,
      deliveries: [{ topic: "refunds/create" }, { topic: "orders/create" }, { topic: "orders/create" }],
    });
    const filter = `/deliveries?topic=orders/create&subjectId=gid://shopify/Order/${first}&payload=1`;
    expect(await ask("GET", filter)).toMatchObject({
      total: 1,
      deliveries: [{ subjectId: Number(first), state: "pending", payload: { total_price: "10.00" } }],
    });
    expect(await ask("GET", "/deliveries?state=delivered")).toMatchObject({ total: 0 });
    expect(await ask("GET", "/deliveries?state=lost")).toMatchObject({ status: 400 });
  });
});

describe("the app's controls", () => {
  it("send what privacy law asks for", async () => {
    const id = Number(await place({ customerId: 101, amount: "10" }));
    await ask("POST", "/compliance/customers/redact", { customerId: 101 });
    await ask("POST", "/compliance/customers/data_request", { customerId: 101 });
    await ask("POST", "/compliance/shop/redact");
    const sent = webhooks
      .deliveries()
      .map(({ topic, body }): unknown => ({ topic, ...json.parse(JSON.parse(body)) }));
    const shop = { shop_id: 77, shop_domain: "example.myshopify.com" };
    const customer = { id: 101, email: "ada@example.com" };
    expect(sent.slice(1)).toMatchObject([
      { topic: "customers/redact", ...shop, customer, orders_to_redact: [id] },
      { topic: "customers/data_request", ...shop, customer, orders_requested: [id] },
      { topic: "shop/redact", ...shop },
    ]);
    expect(await ask("POST", "/compliance/shop/forget")).toMatchObject({ status: 400 });
  });

  it("uninstall it once", async () => {
    expect(await ask("POST", "/uninstall")).toMatchObject({ status: 200, uninstalled: "App" });
    expect(await ask("POST", "/uninstall")).toMatchObject({ status: 409 });
  });

  it("say where there is no such control", async () => {
    expect(await ask("GET", "/nothing")).toMatchObject({
      status: 404,
      error: "there is no control GET /practice/nothing",
    });
  });
});
