import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { toShopId, type ShopId } from "#app/platform/ids.ts";
import { parseMinor } from "#app/platform/money.ts";
import { adminClient } from "#app/shopify/admin-client.server.ts";
import { startBulkQuery } from "#app/shopify/bulk-query.server.ts";
import { BULK_ORDERS } from "#app/shopify/operations/bulk-orders.ts";
import { installedApp } from "../../tests/support/installed-app.ts";
import { SHOP_DOMAIN, type PracticeStore } from "../../tests/support/practice-store.ts";
import { ensureShop } from "./ensure-shop.server.ts";
import { importProgress } from "./import-progress.server.ts";
import { reconcile } from "./reconcile.server.ts";
import { rereadOrder } from "./reread-order.server.ts";
import { runImport } from "./run-import.server.ts";
import { startImport } from "./start-import.server.ts";

let store: PracticeStore;
let stop: () => Promise<void>;
let shopId: ShopId;

beforeAll(async () => {
  ({ store, stop } = await installedApp(["--customers", "60"]));
}, 120_000);

afterAll(() => stop());

beforeEach(async () => {
  await store.control("DELETE", "/faults");
});

const TOTALS = `{
  customersCount(limit: null) { count } ordersCount(limit: null) { count } productsCount(limit: null) { count }
  orders(first: 200, query: "status:any") { nodes { id totalPriceSet { shopMoney { amount } }
    totalRefundedSet { shopMoney { amount } } lineItems(first: 100) { nodes { id } } refunds { id } } } }`;
const count = z.object({ count: z.number() });
const money = z.object({ shopMoney: z.object({ amount: z.string() }) });
const totalsSchema = z.object({
  customersCount: count,
  ordersCount: count,
  productsCount: count,
  orders: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        totalPriceSet: money,
        totalRefundedSet: money,
        lineItems: z.object({ nodes: z.array(z.unknown()) }),
        refunds: z.array(z.unknown()),
      }),
    ),
  }),
});

const minor = (set: z.infer<typeof money>) => parseMinor(set.shopMoney.amount, "GBP");

/** Everything there is, as rows that can be compared. */
async function mirrored() {
  const where = { where: { shopId } };
  return {
    customers: await prisma.customer.findMany({
      ...where,
      omit: { tagsAt: true, summaryAt: true },
      orderBy: { id: "asc" },
    }),
    orders: await prisma.order.findMany({ ...where, omit: { toldAt: true }, orderBy: { id: "asc" } }),
    lines: await prisma.orderLine.findMany({ ...where, orderBy: { id: "asc" } }),
    refunds: await prisma.refund.findMany({ ...where, orderBy: { id: "asc" } }),
    products: await prisma.product.findMany({ ...where, orderBy: { id: "asc" } }),
  };
}

async function emptyMirror(): Promise<void> {
  const where = { where: { shopId } };
  await prisma.customer.deleteMany(where);
  await prisma.order.deleteMany(where);
  await prisma.orderLine.deleteMany(where);
  await prisma.refund.deleteMany(where);
  await prisma.product.deleteMany(where);
}

describe("the import of a shop", () => {
  it("starts once when the shop opens the app for the first time, however many requests that makes", async () => {
    const ids = await Promise.all([SHOP_DOMAIN, SHOP_DOMAIN, SHOP_DOMAIN].map(ensureShop));
    shopId = toShopId(ids[0] ?? 0);
    expect(new Set(ids).size).toBe(1);
    const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
    expect(shop).toMatchObject({ currency: "GBP", timeZone: "Europe/London", uninstalledAt: null });
    expect(await prisma.import.count({ where: { shopId } })).toBe(1);
  });

  it("brings everything into the mirror, to the penny", async () => {
    await runImport(shopId, await startImport(prisma, shopId));
    const totals = totalsSchema.parse(await store.asOwner(TOTALS));
    const { customers, orders, lines, refunds, products } = await mirrored();
    expect(customers.length).toBe(totals.customersCount.count);
    expect(orders.length).toBe(totals.ordersCount.count);
    expect(products.length).toBe(totals.productsCount.count);
    for (const told of totals.orders.nodes) {
      const id = BigInt(told.id.replace("gid://shopify/Order/", ""));
      const ofOrder = <Row extends { orderId: bigint }>(rows: Row[]) =>
        rows.filter((row) => row.orderId === id);
      const refunded = ofOrder(refunds).reduce((sum, { totalMinor }) => sum + totalMinor, 0n);
      expect(orders.find((order) => order.id === id)?.totalMinor).toBe(BigInt(minor(told.totalPriceSet)));
      expect(refunded).toBe(BigInt(minor(told.totalRefundedSet)));
      expect(ofOrder(lines).length).toBe(told.lineItems.nodes.length);
    }
    expect(await importProgress(prisma, shopId)).toMatchObject({
      state: "done",
      counts: { orders: { done: totals.ordersCount.count, total: totals.ordersCount.count } },
    });
  });

  it("changes nothing when everything is read once more", async () => {
    const before = await mirrored();
    await runImport(shopId, await startImport(prisma, shopId));
    expect(await mirrored()).toEqual(before);
  });

  it("leaves an order alone of which a webhook told something newer while it was read", async () => {
    const before = await mirrored();
    const [newer] = before.orders;
    await emptyMirror();
    if (newer === undefined) throw new Error("no order");
    const told = { ...newer, name: "newer", updatedAt: new Date("2030-01-01") };
    await prisma.order.create({ data: told });
    await runImport(shopId, await startImport(prisma, shopId));
    const after = await mirrored();
    expect(after.orders).toEqual([told, ...before.orders.slice(1)]);
    expect(after.lines).toEqual(before.lines.filter(({ orderId }) => orderId !== newer.id));
    await emptyMirror();
    await runImport(shopId, await startImport(prisma, shopId));
    expect(await mirrored()).toEqual(before);
  });

  it("goes on with the bulk operation that a killed worker started", async () => {
    const before = await mirrored();
    await prisma.order.deleteMany({ where: { shopId } });
    const id = await startImport(prisma, shopId);
    const operationGid = await startBulkQuery(adminClient(SHOP_DOMAIN), BULK_ORDERS);
    const data = { state: "reading", phase: "orders", operationGid };
    await prisma.import.update({ where: { shopId_id: { shopId, id } }, data });
    await runImport(shopId, id);
    expect((await mirrored()).orders).toEqual(before.orders);
    expect(await importProgress(prisma, shopId)).toMatchObject({
      state: "done",
      counts: { products: { done: 0 } },
    });
  });

  it("starts a phase again whose bulk operation Shopify does not know any more", async () => {
    const id = await startImport(prisma, shopId);
    const data = { state: "reading", phase: "customers", operationGid: "gid://shopify/BulkOperation/1" };
    await prisma.import.update({ where: { shopId_id: { shopId, id } }, data });
    await runImport(shopId, id);
    expect(await importProgress(prisma, shopId)).toMatchObject({ state: "done" });
  });

  it("gets over a bulk operation that fails", async () => {
    const before = await mirrored();
    await store.control("POST", "/faults", { api: { bulkFailsAfter: 5 } });
    await runImport(shopId, await startImport(prisma, shopId));
    expect(await importProgress(prisma, shopId)).toMatchObject({ state: "done" });
    expect(await mirrored()).toEqual(before);
  });
});

describe("reading again", () => {
  it("finds what changed without a webhook, and whom it touches", async () => {
    const customer = await prisma.customer.findFirstOrThrow({ where: { shopId } });
    await store.control("POST", "/orders", { customerId: Number(customer.id), amount: "12.34" });
    await prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await reconcile(shopId);
    const [latest] = await prisma.order.findMany({ where: { shopId }, orderBy: { id: "desc" }, take: 1 });
    expect(latest).toMatchObject({ customerId: customer.id, totalMinor: 1234n });
    const jobs =
      await prisma.$queryRaw`SELECT payload->'customerIds' AS ids FROM graphile_worker._private_jobs`;
    expect(jobs).toEqual([{ ids: [customer.id.toString()] }]);
  });

  it("tells of one order what the import tells", async () => {
    const before = await mirrored();
    const order = await prisma.refund.findFirstOrThrow({ where: { shopId } });
    await emptyMirror();
    await rereadOrder({ id: shopId, domain: SHOP_DOMAIN, currency: "GBP" }, order.orderId.toString());
    const after = await mirrored();
    expect(after.orders).toEqual(before.orders.filter(({ id }) => id === order.orderId));
    expect(after.lines).toEqual(before.lines.filter(({ orderId }) => orderId === order.orderId));
    expect(after.refunds).toEqual(before.refunds.filter(({ orderId }) => orderId === order.orderId));
  });
});

describe("an import without access", () => {
  it("says plainly that it failed, and keeps what was there", async () => {
    const before = await mirrored();
    const id = await startImport(prisma, shopId);
    await store.control("POST", "/uninstall");
    await runImport(shopId, id);
    expect(await importProgress(prisma, shopId)).toMatchObject({ state: "failed", error: "reopenApp" });
    expect(await mirrored()).toEqual(before);
  });
});
