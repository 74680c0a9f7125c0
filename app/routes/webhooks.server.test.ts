import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { applyDelivery } from "#app/mirror/apply-delivery.server.ts";
import { ensureShop } from "#app/mirror/ensure-shop.server.ts";
import { runImport } from "#app/mirror/run-import.server.ts";
import { startImport } from "#app/mirror/start-import.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { installedApp } from "../../tests/support/installed-app.ts";
import { SHOP_DOMAIN, type PracticeStore } from "../../tests/support/practice-store.ts";
import { action } from "./webhooks.tsx";

const BODY = JSON.stringify({ id: 1 });
const SECRET = "test-secret";

function signed(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

function message(headers: Record<string, string | undefined>, body = BODY): Request {
  const all: Record<string, string | undefined> = {
    "x-shopify-topic": "orders/delete",
    "x-shopify-shop-domain": SHOP_DOMAIN,
    "x-shopify-webhook-id": "one",
    "x-shopify-triggered-at": "2026-01-01T00:00:00.123456789Z",
    "x-shopify-hmac-sha256": signed(body, SECRET),
    ...headers,
  };
  const given = new Headers();
  for (const [name, value] of Object.entries(all)) if (value !== undefined) given.set(name, value);
  return new Request("http://app/webhooks", { method: "POST", headers: given, body });
}

async function answer(request: Request): Promise<number> {
  return (await action({ request, params: {}, context: {} })).status;
}

/** The route on a port, as the practice store reaches it. */
async function listen(): Promise<{ server: Server; url: string }> {
  const server = createServer((incoming, outgoing) => {
    const pieces: Buffer[] = [];
    incoming.on("data", (piece: Buffer) => pieces.push(piece));
    incoming.on("end", () => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
      const request = new Request("http://app/webhooks", {
        method: "POST",
        headers,
        body: Buffer.concat(pieces),
      });
      void answer(request).then((status) => outgoing.writeHead(status).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}` };
}

let store: PracticeStore;
let stop: () => Promise<void>;
let server: Server;
let shopId: ShopId;

beforeAll(async () => {
  const route = await listen();
  server = route.server;
  ({ store, stop } = await installedApp(["--customers", "30", "--app-url", route.url]));
  shopId = await ensureShop(SHOP_DOMAIN);
  await runImport(shopId, await startImport(prisma, shopId));
}, 120_000);

afterAll(async () => {
  server.close();
  await stop();
});

describe("the webhook route", () => {
  it.each([
    { what: "a missing signature", headers: { "x-shopify-hmac-sha256": undefined }, status: 401 },
    {
      what: "another secret's signature",
      headers: { "x-shopify-hmac-sha256": signed(BODY, "x") },
      status: 401,
    },
    { what: "a missing topic", headers: { "x-shopify-topic": undefined }, status: 400 },
    {
      what: "a shop that is not with us",
      headers: { "x-shopify-shop-domain": "x.myshopify.com" },
      status: 200,
    },
    { what: "a topic we don't know", headers: { "x-shopify-topic": "carts/update" }, status: 200 },
  ])("answers $status to $what and keeps nothing", async ({ headers, status }) => {
    const before = await prisma.delivery.count();
    expect(await answer(message(headers))).toBe(status);
    expect(await prisma.delivery.count()).toBe(before);
  });

  it("keeps a message once, with one job, however often it comes", async () => {
    const jobs = () => prisma.$queryRaw<unknown[]>`
      SELECT FROM graphile_worker.jobs WHERE key = ${`delivery:${shopId}:once`}`;
    const send = () => answer(message({ "x-shopify-webhook-id": "once" }));
    expect(await Promise.all([send(), send(), send()])).toEqual([200, 200, 200]);
    expect(await prisma.delivery.findMany({ where: { id: "once" } })).toMatchObject([
      {
        shopId,
        state: "received",
        topic: "orders/delete",
        triggeredAt: new Date("2026-01-01T00:00:00.123Z"),
      },
    ]);
    expect(await jobs()).toHaveLength(1);
  });
});

const orderSchema = z.object({ id: z.number() });

/** Applies what the practice store delivers until the mirror is as expected. */
async function eventually(expectation: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const waiting = await prisma.delivery.findMany({ where: { shopId, state: "received" } });
    for (const { id } of waiting) await applyDelivery(shopId, id);
    try {
      await expectation();
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      await sleep(100);
    }
  }
}

describe("what happens in the shop", () => {
  it("is in the mirror: an order, its refund, its cancellation", async () => {
    const customer = await prisma.customer.findFirstOrThrow({ where: { shopId } });
    const input = { customerId: Number(customer.id), amount: "250.00" };
    const placed = orderSchema.parse(await store.control("POST", "/orders", input));
    const id = BigInt(placed.id);
    const order = () => prisma.order.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } });
    await eventually(async () => {
      expect(await order()).toMatchObject({
        customerId: customer.id,
        totalMinor: 25000n,
        financialStatus: "PAID",
      });
    });
    await store.control("POST", `/orders/${id}/refund`, { amount: "50.00" });
    await eventually(async () => {
      expect(await prisma.refund.findMany({ where: { shopId, orderId: id } })).toMatchObject([
        { totalMinor: 5000n },
      ]);
      expect(await order()).toMatchObject({ financialStatus: "PARTIALLY_REFUNDED" });
    });
    await store.control("POST", `/orders/${id}/cancel`, {});
    await eventually(async () => {
      expect((await order()).cancelledAt).not.toBeNull();
    });
  });

  it("is in the mirror: tags that came and went", async () => {
    const { id } = await prisma.customer.findFirstOrThrow({ where: { shopId } });
    const gid = `gid://shopify/Customer/${id}`;
    const tags = async () =>
      (await prisma.customer.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } })).tags;
    const write = (verb: string) =>
      store.asOwner(
        `mutation T($id: ID!) { ${verb}(id: $id, tags: ["new tag"]) { userErrors { message } } }`,
        {
          id: gid,
        },
      );
    await write("tagsAdd");
    await eventually(async () => {
      expect(await tags()).toContain("new tag");
    });
    await write("tagsRemove");
    await eventually(async () => {
      expect(await tags()).not.toContain("new tag");
    });
  });

  it("is in the mirror: one customer of two", async () => {
    const buyers = await prisma.order.groupBy({
      by: ["customerId"],
      where: { shopId, customerId: { not: null } },
      orderBy: { customerId: "asc" },
      take: 2,
    });
    const [kept = 0n, gone = 0n] = buyers.flatMap(({ customerId }) => customerId ?? []);
    const before = await prisma.order.count({ where: { shopId, customerId: { in: [kept, gone] } } });
    await store.control("POST", "/customers/merge", { keepId: Number(kept), deleteId: Number(gone) });
    await eventually(async () => {
      const merged = await prisma.customer.findUniqueOrThrow({ where: { shopId_id: { shopId, id: gone } } });
      expect(merged).toMatchObject({ mergedInto: kept });
      expect(await prisma.order.count({ where: { shopId, customerId: kept } })).toBe(before);
    });
  });
});
