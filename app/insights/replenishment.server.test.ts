import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, dayToDate, type Day } from "#app/platform/time.ts";
import { adminClient } from "#app/shopify/admin-client.server.ts";
import { createShop } from "../../tests/support/shop-rows.ts";
import { replenishmentQuerySchema } from "./replenishment-query.ts";
import { replenishmentPage } from "./replenishment.server.ts";

/** A shop without a grant: names are not to be had. */
const client = adminClient("nobody.myshopify.com");

async function read(shop: Shop, params: Record<string, string> = {}) {
  return replenishmentPage(client, shop, replenishmentQuerySchema.parse(params));
}

async function addDue(shop: Shop, rows: { customerId: number; productId: number; dueDay: Day }[]) {
  await prisma.replenishment.createMany({
    data: rows.map(({ dueDay, ...row }) => ({
      ...{ shopId: shop.id, ...row, purchaseDays: 2, gapDays: 30.4, dueDay: dayToDate(dueDay) },
      lastDay: dayToDate(addDays(dueDay, -30)),
    })),
  });
}

async function addProducts(shop: Shop, ids: readonly number[]) {
  const rest = { productType: "", vendor: "", giftCard: false, updatedAt: new Date("2026-01-01") };
  await prisma.product.createMany({
    data: ids.map((id) => ({ shopId: shop.id, id, title: `Product ${id}`, ...rest })),
  });
}

describe("the due list", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop("2026-11-24");
    await addProducts(shop, [1, 2, 3]);
    const on = (days: number) => addDays(shop.today, days);
    await addDue(shop, [
      ...[-40, -1].map((days, index) => ({ customerId: index + 1, productId: 2, dueDay: on(days) })),
      ...Array.from({ length: 120 }, (_, index) => ({
        ...{ customerId: 10 + index, productId: 1, dueDay: on(Math.floor(index / 20)) },
      })),
      { customerId: 500, productId: 2, dueDay: on(6) },
      { customerId: 501, productId: 2, dueDay: on(7) },
      { customerId: 502, productId: 2, dueDay: on(13) },
      { customerId: 503, productId: 3, dueDay: on(14) },
    ]);
  });

  it("counts what is due, and names products that have something due", async () => {
    const page = await read(shop);
    expect(page).toMatchObject({ counts: { overdue: 2, week: 121, fortnight: 123 }, empty: null });
    expect(page.products).toEqual([
      { id: "1", title: "Product 1" },
      { id: "2", title: "Product 2" },
    ]);
    expect(page.rows[0]).toEqual({
      ...{ customerId: "10", name: null, productId: "1", title: "Product 1", purchaseDays: 2, gapDays: 30.4 },
      ...{ dueDay: "2026-11-24", inDays: 0, lastDay: "2026-10-25" },
    });
  });

  it.each([
    [{ due: "week", product: "2" }, ["500"], { overdue: 2, week: 1, fortnight: 3 }],
    [{ product: "2" }, ["500", "501", "502"], { overdue: 2, week: 1, fortnight: 3 }],
    [{ due: "overdue" }, ["2", "1"], { overdue: 2, week: 121, fortnight: 123 }],
    [{ product: "3" }, [], { overdue: 0, week: 0, fortnight: 0 }],
  ])("asked for %j gives customers %j", async (params, customers, counts) => {
    const page = await read(shop, params);
    expect(page.rows.map(({ customerId }) => customerId)).toEqual(customers);
    expect(page.counts).toEqual(counts);
  });

  it.each(["fortnight", "overdue"])("is read forwards and back by key: %s", async (due) => {
    const more = Array.from({ length: 110 }, (_, index) => ({
      ...{ customerId: 1000 + index, productId: 1, dueDay: addDays(shop.today, -(2 + (index % 7))) },
    }));
    if (due === "overdue") await addDue(shop, more);
    const pages = [await read(shop, { due })];
    for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null) {
      pages.push(await read(shop, { due, after: next }));
    }
    const seen = pages.flatMap(({ rows }) => rows.map(({ customerId }) => customerId));
    expect(pages.map(({ rows }) => rows.length)).toEqual(due === "overdue" ? [50, 50, 12] : [50, 50, 23]);
    expect(new Set(seen).size).toBe(seen.length);
    const back = await read(shop, { due, before: pages[2]?.previous ?? "" });
    expect(back.rows).toEqual(pages[1]?.rows);
    expect((await read(shop, { due, before: back.previous ?? "" })).previous).toBeNull();
  });
});

describe("an empty due list says why", () => {
  it.each([
    ["not_yet", null],
    ["never_twice", 0],
    ["nothing_due", 1],
  ])("%s", async (empty, repeaters) => {
    const shop = await createShop("2026-11-24");
    if (repeaters !== null) {
      await prisma.productRhythm.create({ data: { shopId: shop.id, productId: 1, buyers: 5, repeaters } });
    }
    expect(await read(shop)).toMatchObject({ rows: [], empty });
  });
});
