import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { toShopId, type ShopId } from "#app/platform/ids.ts";
import {
  redirectShopify,
  SHOP_DOMAIN,
  startPracticeStore,
  type PracticeStore,
} from "../../tests/support/practice-store.ts";
import { ensureShop } from "./ensure-shop.server.ts";
import { importProgress } from "./import-progress.server.ts";
import { runImport } from "./run-import.server.ts";

let store: PracticeStore;
let undo: () => void;
let shopId: ShopId;

beforeAll(async () => {
  store = await startPracticeStore(["--customers", "60"]);
  undo = redirectShopify(store);
  const grant = await store.install();
  await prisma.session.create({
    data: {
      id: `offline_${SHOP_DOMAIN}`,
      shop: SHOP_DOMAIN,
      state: "",
      scope: grant.scope,
      accessToken: grant.access_token,
      expires: new Date(Date.now() + grant.expires_in * 1000),
      refreshToken: grant.refresh_token,
    },
  });
}, 120_000);

afterAll(async () => {
  undo();
  await store.stop();
});

const TOTALS = `{ customersCount(limit: null) { count } ordersCount(limit: null) { count } productsCount(limit: null) { count } }`;
const count = z.object({ count: z.number() });
const totalsSchema = z.object({ customersCount: count, ordersCount: count, productsCount: count });

describe("the import of a shop", () => {
  it("starts once when the shop opens the app for the first time, however many requests that makes", async () => {
    const ids = await Promise.all([SHOP_DOMAIN, SHOP_DOMAIN, SHOP_DOMAIN].map(ensureShop));
    shopId = toShopId(ids[0] ?? 0);
    expect(new Set(ids).size).toBe(1);
    const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
    expect(shop).toMatchObject({ currency: "GBP", timeZone: "Europe/London", uninstalledAt: null });
    expect(await prisma.import.count({ where: { shopId } })).toBe(1);
  });

  it("brings everything into the mirror", async () => {
    const { id } = await prisma.import.findFirstOrThrow({ where: { shopId } });
    await runImport(shopId, id);
    const totals = totalsSchema.parse(await store.asOwner(TOTALS));
    expect(await prisma.customer.count({ where: { shopId } })).toBe(totals.customersCount.count);
    expect(await prisma.order.count({ where: { shopId } })).toBe(totals.ordersCount.count);
    expect(await prisma.product.count({ where: { shopId } })).toBe(totals.productsCount.count);
    expect(await importProgress(prisma, shopId)).toMatchObject({
      state: "done",
      counts: { orders: { done: totals.ordersCount.count, total: totals.ordersCount.count } },
    });
  });
});
