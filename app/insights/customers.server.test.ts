import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { defaultDefinition } from "#app/membership/default-definition.ts";
import { publishPolicy } from "#app/membership/publish-policy.server.ts";
import { rebuildStandings } from "#app/membership/rebuild-standings.server.ts";
import { saveDraft } from "#app/membership/save-draft.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { adminClient } from "#app/shopify/admin-client.server.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";
import { installedApp } from "../../tests/support/installed-app.ts";
import { SHOP_DOMAIN } from "../../tests/support/practice-store.ts";
import { addCustomers, createShop, orderRow, shopOn } from "../../tests/support/shop-rows.ts";
import type { CustomersQuery } from "./customers-query.ts";
import { customersPage } from "./customers.server.ts";

const CUSTOMERS = 120;

let shop: Shop;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ stop } = await installedApp(["--customers", "5"]));
  shop = await createShop("2026-06-30");
  const ids = Array.from({ length: CUSTOMERS }, (_, index) => index + 1);
  await addCustomers(shop, ids);
  // The first twenty never bought; of the others the higher number bought later, more often and for more.
  await prisma.order.createMany({
    data: ids.slice(20).flatMap((id) =>
      Array.from({ length: 1 + Math.floor(id / 40) }, (_, index) => {
        const day = new Date(Date.UTC(2026, 0, 1 + id + index)).toISOString().slice(0, 10);
        return orderRow(shop, id, id * 10 + index, day, id * 100);
      }),
    ),
  });
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await rebuildScores(db, shop);
    await saveDraft(db, shop.id, defaultDefinition([5_000, 20_000, 30_000], "en"));
    await publishPolicy(db, shop.id);
    await rebuildStandings(db, shop, { kind: "import" });
  });
  await prisma.customerStage.createMany({
    data: ids.map((id) => ({
      shopId: shop.id,
      customerId: id,
      stage: id <= 20 ? "prospect" : "loyal",
      since: new Date("2026-06-01"),
      reason: {},
    })),
  });
  await prisma.prediction.createMany({
    data: ids.slice(20).map((id) => ({
      shopId: shop.id,
      customerId: id,
      alive: 0.5,
      purchases: 2,
      spendMinor: id * 200,
      valueMinor: id * 150,
      lowMinor: 0,
      highMinor: id * 400,
      clvClass: id > 100 ? "high" : "low",
    })),
  });
});

afterAll(async () => stop());

const pageOf = (query: CustomersQuery) => customersPage(adminClient(SHOP_DOMAIN), shop, query);

describe("the customers page", () => {
  it("goes through all customers by key, the highest tier and spend first, and back", async () => {
    const first = await pageOf({});
    expect(first).toMatchObject({ count: CUSTOMERS, total: CUSTOMERS, previous: null });
    const second = await pageOf({ after: first.next ?? "" });
    const third = await pageOf({ after: second.next ?? "" });
    expect(third.next).toBeNull();
    const rows = [first, second, third].flatMap((page) => page.rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(CUSTOMERS);
    expect(rows.map(({ spendMinor }) => spendMinor)).toEqual(
      rows.map(({ spendMinor }) => spendMinor).toSorted((a, b) => b - a),
    );
    expect((await pageOf({ before: third.previous ?? "" })).rows).toEqual(second.rows);
  });

  it("says what each is worth, and nothing of who never bought", async () => {
    const { rows } = await pageOf({});
    expect(rows[0]).toMatchObject({ id: "120", group: "champions", valueMinor: 18_000 });
    const prospects = await pageOf({ group: "prospects" });
    expect(prospects.rows[0]).toMatchObject({ group: "prospects", valueMinor: null, lastDay: null });
  });

  it.each<[CustomersQuery, number]>([
    [{ group: "prospects" }, 20],
    [{ stage: "loyal" }, 100],
    [{ stage: "prospect", clv: "high" }, 0],
    [{ clv: "high" }, 20],
    [{ recency: 5 }, 20],
    [{ recency: 5, frequency: 4, monetary: 5 }, 0],
    [{ recency: 5, monetary: 5 }, 20],
    [{ recency: 1, mean: 1 }, 20],
    [{ tier: "platinum", recency: 5 }, 20],
    [{ search: "9999999999" }, 0],
  ])("%j lets %i through", async (query, count) => {
    const page = await pageOf(query);
    expect(page).toMatchObject({ count, total: CUSTOMERS });
    expect(page.rows).toHaveLength(Math.min(count, 50));
  });

  it("shows and filters by the shop's own scores, where it has a scheme of its own", async () => {
    expect((await pageOf({})).ownScale).toBeNull();
    const settings = { rfm: { method: "mean", scores: 3, recency: null } };
    await prisma.shop.update({ where: { id: shop.id }, data: { settings } });
    shop = await shopOn(shop.id, "2026-06-30");
    await prisma.$transaction((db) => rebuildScores(db, shop));
    const page = await pageOf({ ownMonetary: 3 });
    expect(page.ownScale).toEqual({ metrics: ["frequency", "monetary"], scores: [3, 1] });
    expect(page.rows[0]?.own).toEqual({ recency: null, frequency: 3, monetary: 3 });
    const others = await pageOf({ ownMonetary: 1 });
    expect(page.count).toBeGreaterThan(0);
    expect(page.count + others.count).toBe(100);
  });
});
