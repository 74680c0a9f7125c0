import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFaults, setFaults } from "../faults/faults.ts";
import { setTags } from "../shop/actions/tags.ts";
import { EXAMPLE_NOW, exampleShop } from "../shop/example-shop.ts";
import { RETRY_DELAYS_MS } from "./message.ts";
import { startWebhooks, type WebhookOptions, type Webhooks } from "./start.ts";

type Received = { headers: IncomingHttpHeaders; body: string };

/** An app that answers with the statuses given, in turn, and then 200; undefined never answers. */
class Receiver {
  readonly received: Received[] = [];
  statuses: (number | undefined)[] = [];
  url = "";
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      const status = this.statuses.length === 0 ? 200 : this.statuses.shift();
      if (status !== undefined) response.writeHead(status).end();
    });
  });

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.url = `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const FAST = 1e-6;
const clock = () => new Date(EXAMPLE_NOW);

let app: Receiver;
let webhooks: Webhooks | undefined;
let store = exampleShop();
let faults = createFaults(1);

beforeEach(async () => {
  store = exampleShop();
  faults = createFaults(1);
  app = new Receiver();
  await app.listen();
});

afterEach(() => {
  webhooks?.stop();
  app.close();
});

function start(options: Partial<WebhookOptions> = {}): Webhooks {
  webhooks = startWebhooks({
    store,
    subscriptions: [{ topic: "customer.tags_added", uri: "/webhooks" }],
    secret: "s3cret",
    apiVersion: "2026-10",
    targetUrl: app.url,
    clock,
    faults,
    timeScale: FAST,
    ...options,
  });
  return webhooks;
}

/** Adds tags, one action each. */
function addTags(...tags: string[]): void {
  for (const tag of tags) setTags(store, clock, 101, [...(store.get("customers", 101)?.tags ?? []), tag]);
}

describe("a delivery", () => {
  it("is signed over its raw body and says what it is", async () => {
    const { idle, deliveries } = start();
    addTags("größer");
    await idle();
    const [message] = app.received;
    expect(message?.body).toContain("größer");
    expect(message?.headers).toMatchObject({
      "content-type": "application/json",
      "x-shopify-topic": "customer.tags_added",
      "x-shopify-shop-domain": "example.myshopify.com",
      "x-shopify-api-version": "2026-10",
      "x-shopify-triggered-at": EXAMPLE_NOW,
      "x-shopify-hmac-sha256": createHmac("sha256", "s3cret")
        .update(message?.body ?? "")
        .digest("base64"),
    });
    const [logged] = deliveries();
    expect(logged).toMatchObject({ state: "delivered", subjectId: 101, attempts: [{ status: 200 }] });
    expect(message?.headers["x-shopify-webhook-id"]).toBe(logged?.webhookId);
    expect(message?.headers["x-shopify-event-id"]).toBe(logged?.eventId);
  });

  it("goes to the topics subscribed to, each with an id of its own under the action's", async () => {
    const { idle, deliveries } = start({
      subscriptions: [
        { topic: "customer.tags_added", uri: "/webhooks" },
        { topic: "customer.tags_removed", uri: `${app.url}/elsewhere` },
      ],
    });
    setTags(store, clock, 101, ["new"]);
    await idle();
    const logged = deliveries();
    expect(logged.map(({ url }) => url)).toEqual([`${app.url}/webhooks`, `${app.url}/elsewhere`]);
    expect(new Set(logged.map(({ webhookId }) => webhookId)).size).toBe(2);
    expect(new Set(logged.map(({ eventId }) => eventId)).size).toBe(1);
  });

  it("is none for an app that is not installed, but for the news of its end", async () => {
    const { idle } = start({
      installed: () => false,
      subscriptions: [
        { topic: "customer.tags_added", uri: "/webhooks" },
        { topic: "shop/redact", uri: "/webhooks" },
      ],
    });
    addTags("new");
    store.emit({ topic: "shop/redact", subjectId: 77, at: EXAMPLE_NOW, payload: () => ({}) });
    await idle();
    expect(app.received.map(({ headers }) => headers["x-shopify-topic"])).toEqual(["shop/redact"]);
  });
});

describe("a delivery that fails", () => {
  it("comes again unchanged until it is taken, whatever happens meanwhile", async () => {
    app.statuses = [500, 302, 404];
    const { idle, deliveries } = start();
    addTags("first");
    store.remove("customers", 101);
    await idle();
    expect(deliveries()[0]?.attempts.map(({ status }) => status)).toEqual([500, 302, 404, 200]);
    expect(new Set(app.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(app.received.map(({ headers }) => headers["x-shopify-webhook-id"])).size).toBe(1);
  });

  it("is given up after eight retries", async () => {
    app.statuses = Array.from({ length: 20 }, () => 503);
    const { idle, deliveries } = start();
    addTags("first");
    await idle();
    expect(deliveries()[0]?.state).toBe("failed");
    expect(app.received).toHaveLength(9);
  });

  it("is retried over four hours at Shopify's pace", () => {
    expect(RETRY_DELAYS_MS).toHaveLength(8);
    expect(RETRY_DELAYS_MS.reduce((sum, delay) => sum + delay, 0)).toBe(4 * 60 * 60 * 1000);
  });

  it("fails where the answer takes too long", async () => {
    app.statuses = [undefined];
    const { idle, deliveries } = start({ limits: { connectMs: 1000, answerMs: 50 } });
    addTags("first");
    await idle();
    expect(deliveries()[0]?.attempts).toMatchObject([
      { status: null, error: "no answer within 50 ms" },
      { status: 200 },
    ]);
  });

  it("fails where nobody listens", async () => {
    app.close();
    const { idle, deliveries } = start();
    addTags("first");
    await idle();
    expect(deliveries()[0]).toMatchObject({ state: "failed" });
    expect(deliveries()[0]?.attempts[0]?.error).toContain("ECONNREFUSED");
  });
});

describe("faults", () => {
  const tags = Array.from({ length: 40 }, (_, index) => `t${index}`);
  const order = () =>
    app.received.map(({ body }) => {
      const match = /"t(\d+)"/.exec(body);
      return Number(match?.[1]);
    });

  it("lose messages", async () => {
    setFaults(faults, { webhooks: { drop: 0.5 } });
    const { idle, deliveries } = start();
    addTags(...tags);
    await idle();
    const dropped = deliveries().filter(({ state }) => state === "dropped").length;
    expect(dropped).toBeGreaterThan(5);
    expect(dropped).toBeLessThan(35);
    expect(app.received).toHaveLength(40 - dropped);
  });

  it("send messages twice under the same id", async () => {
    setFaults(faults, { webhooks: { duplicate: 1 } });
    const { idle } = start();
    addTags("one");
    await idle();
    const ids = app.received.map(({ headers }) => headers["x-shopify-webhook-id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("shuffle messages", async () => {
    setFaults(faults, { webhooks: { shuffleMs: 60 } });
    const { idle } = start({ concurrency: 1 });
    addTags(...tags);
    await idle();
    const sorted = order().toSorted((a, b) => a - b);
    expect(sorted).toEqual(tags.map((_, index) => index));
    expect(order()).not.toEqual(sorted);
  });

  it("hold messages back", async () => {
    setFaults(faults, { webhooks: { delayMs: 80 } });
    const { idle } = start();
    const before = performance.now();
    addTags("one");
    await idle();
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
  });

  it("are none by default: everything arrives once and in order", async () => {
    const { idle } = start({ concurrency: 1 });
    addTags(...tags);
    await idle();
    expect(order()).toEqual(tags.map((_, index) => index));
  });
});

describe("a restarted store", () => {
  it("delivers what was not taken, under the same id, and nothing else again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pending-"));
    const pendingPath = join(folder, "webhooks.jsonl");
    try {
      const first = start({ pendingPath, timeScale: 1 });
      addTags("taken");
      await first.idle();
      app.statuses = [500];
      addTags("refused");
      await expect.poll(() => app.received.length).toBe(2);
      await expect.poll(() => first.deliveries().at(-1)?.attempts.length).toBe(1);
      first.stop();
      const second = start({ pendingPath });
      await second.idle();
      expect(app.received).toHaveLength(3);
      expect(app.received[2]?.body).toBe(app.received[1]?.body);
      expect(app.received[2]?.headers["x-shopify-webhook-id"]).toBe(
        app.received[1]?.headers["x-shopify-webhook-id"],
      );
      second.stop();
      await start({ pendingPath }).idle();
      expect(app.received).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
