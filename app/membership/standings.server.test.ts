import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, type CustomerId } from "#app/platform/ids.ts";
import { addDays, dateToDay, toDay } from "#app/platform/time.ts";
import { readPurchases } from "#app/value/read-purchases.server.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { refreshFacts } from "#app/value/refresh-facts.server.ts";
import { fillMirror } from "../../tests/support/random-history.ts";
import { addCustomers, createShop, orderRow, refundRow, shopOn } from "../../tests/support/shop-rows.ts";
import { currentPolicy } from "./current-policy.server.ts";
import { customerStanding } from "./customer-standing.server.ts";
import { defaultDefinition } from "./default-definition.ts";
import { publishPolicy } from "./publish-policy.server.ts";
import { rebuildStandings } from "./rebuild-standings.server.ts";
import { refreshStandings } from "./refresh-standings.server.ts";
import { saveDraft } from "./save-draft.server.ts";
import { standingOf, type Before } from "./standing.ts";
import { standingsFor } from "./standings-for.server.ts";

const ladder = defaultDefinition([2_000, 10_000, 20_000], "en");

async function publish(shop: Shop, definition = ladder): Promise<number> {
  return prisma.$transaction(async (db) => {
    await saveDraft(db, shop.id, definition);
    return publishPolicy(db, shop.id);
  });
}

async function rebuild(shop: Shop): Promise<void> {
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await rebuildStandings(db, shop, { kind: "import" });
  });
}

async function refresh(shop: Shop, ids: readonly (number | bigint)[]): Promise<void> {
  const customerIds = ids.map(toCustomerId);
  await prisma.$transaction(async (db) => {
    const changes = await refreshFacts(db, shop, customerIds);
    await refreshStandings(db, shop, customerIds, changes);
  });
}

async function stored(shop: Shop) {
  const rows = await prisma.standing.findMany({ where: { shopId: shop.id }, orderBy: { customerId: "asc" } });
  return rows.map((row) => ({
    customerId: toCustomerId(row.customerId),
    tier: row.tier,
    rank: row.rank,
    since: dateToDay(row.since),
    validUntil: row.validUntil === null ? null : dateToDay(row.validUntil),
    spendMinor: Number(row.spendMinor),
    nextDay: row.nextDay === null ? null : dateToDay(row.nextDay),
  }));
}

async function moves(shop: Shop) {
  const rows = await prisma.tierMove.findMany({ where: { shopId: shop.id }, orderBy: { id: "asc" } });
  return rows.map(({ customerId, fromTier, toTier, cause }) => ({ customerId, fromTier, toTier, cause }));
}

/** By the pure rule, from the mirror's rows. */
async function expected(shop: Shop, ids: readonly CustomerId[], before: (id: CustomerId) => Before) {
  const purchases = await readPurchases(prisma, shop, ids);
  return ids.map((customerId) => {
    const own = purchases.get(customerId) ?? [];
    const { tier, rank, since, validUntil, spendMinor, nextDay } = standingOf(
      ladder,
      own,
      shop.today,
      before(customerId),
    );
    return { customerId, tier: tier.key, rank, since, validUntil, spendMinor, nextDay };
  });
}

const living = Array.from({ length: 60 }, (_, index) => toCustomerId(index + 1)).filter(
  (id) => id < 3n || id > 6n,
);

describe("a whole shop", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop("2026-02-20");
    await fillMirror(shop, 7);
    await publish(shop);
    await rebuild(shop);
  });

  it("stands as the pure rule says, with the beginning of each tier replayed from its history", async () => {
    const rows = await stored(shop);
    expect(rows).toEqual(await expected(shop, living, () => ({ kind: "new", joined: toDay("2020-01-01") })));
    expect(new Set(rows.map((row) => row.tier)).size).toBe(4);
  });

  it("has the tiers that adding up the mirror's rows by hand gives", async () => {
    const paid = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"];
    const orders = await prisma.order.findMany({ where: { shopId: shop.id } });
    const refunds = await prisma.refund.findMany({ where: { shopId: shop.id } });
    const spend = new Map<bigint, number>(living.map((id) => [id, 0]));
    for (const order of orders) {
      const london = order.processedAt.toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
      const counts =
        paid.includes(order.financialStatus) &&
        !order.test &&
        order.cancelledAt === null &&
        order.deletedAt === null &&
        london > "2025-02-20";
      if (!counts || order.customerId === null || !spend.has(order.customerId)) continue;
      const gross = Number(order.totalMinor - order.giftCardMinor);
      const back = refunds
        .filter((refund) => refund.orderId === order.id)
        .reduce((sum, refund) => sum + Math.max(0, Number(refund.totalMinor - refund.giftCardMinor)), 0);
      spend.set(order.customerId, (spend.get(order.customerId) ?? 0) + Math.max(0, gross - back));
    }
    const tier = (minor: number) =>
      minor >= 20_000 ? "platinum" : minor >= 10_000 ? "gold" : minor >= 2_000 ? "silver" : "member";
    expect((await stored(shop)).map((row) => [row.customerId, row.tier, row.spendMinor])).toEqual(
      [...spend].map(([id, minor]) => [id, tier(minor), minor]),
    );
  });

  it("notes a first standing above the lowest tier, and nothing again when nothing changed", async () => {
    const above = (await stored(shop)).filter((row) => row.rank > 0);
    expect(await moves(shop)).toHaveLength(above.length);
    expect((await moves(shop))[0]).toMatchObject({ fromTier: null, cause: { kind: "import" } });
    await rebuild(shop);
    expect(await moves(shop)).toHaveLength(above.length);
  });

  it("tells Shopify what the stored standing says", async () => {
    const told = await standingsFor(prisma, shop, living);
    expect(
      [...told].map(([id, each]) => [id, each.tier.key, each.since, each.spendMinor, each.validUntil]),
    ).toEqual(
      (await stored(shop)).map((row) => [
        row.customerId,
        row.tier,
        row.since,
        row.spendMinor,
        row.validUntil,
      ]),
    );
  });

  it("rolls from day to day by refreshing only who is due, clocks and leap days included", async () => {
    let then = shop;
    for (const days of [1, 8, 29, 1, 1, 90, 200, 400]) {
      const before = new Map((await stored(shop)).map((row) => [row.customerId, row]));
      then = await shopOn(shop.id, addDays(then.today, days));
      const due = (await stored(shop)).filter((row) => row.nextDay !== null && row.nextDay <= then.today);
      await refresh(
        then,
        due.map((row) => row.customerId),
      );
      expect(await stored(shop)).toEqual(
        await expected(then, living, (id) => {
          const row = before.get(id);
          return { kind: "standing", tierKey: row?.tier ?? "", since: row?.since ?? then.today };
        }),
      );
    }
    const causes = (await moves(shop)).map((move) => move.cause);
    expect(causes).toContainEqual(expect.objectContaining({ kind: "left_window" }));
    expect(causes).not.toContainEqual(expect.objectContaining({ kind: "repair" }));
  });
});

describe("one customer", () => {
  const today = "2026-06-01";
  async function shopWith(...ids: number[]): Promise<Shop> {
    const shop = await createShop(today);
    await addCustomers(shop, ids);
    await publish(shop);
    await rebuild(shop);
    return shop;
  }

  it("rises by an order, falls by its refund, and keeps both reasons", async () => {
    const shop = await shopWith(1);
    await prisma.order.create({ data: orderRow(shop, 1, 11, today, 12_000) });
    await refresh(shop, [1]);
    await refresh(shop, [1]);
    expect(await stored(shop)).toMatchObject([{ tier: "gold", since: today, validUntil: "2027-05-31" }]);
    await prisma.refund.create({ data: refundRow(shop, 11, 1, today, 11_500) });
    await refresh(shop, [1]);
    expect(await moves(shop)).toEqual([
      {
        customerId: 1n,
        fromTier: "member",
        toTier: "gold",
        cause: { kind: "order", orderId: "11", minor: 12_000 },
      },
      {
        customerId: 1n,
        fromTier: "gold",
        toTier: "member",
        cause: { kind: "refund", orderId: "11", minor: 11_500 },
      },
    ]);
    const page = await customerStanding(prisma, shop, toCustomerId(1));
    expect(page).toMatchObject({
      standing: {
        tier: { key: "member" },
        spendMinor: 500,
        trail: [{ name: "#11", contributionMinor: 500 }],
      },
      moves: [{ toTier: "member", cause: { kind: "refund" } }, { toTier: "gold" }],
    });
  });

  it("loses her tier to the window, with the orders that left", async () => {
    const shop = await shopWith(1);
    await prisma.order.createMany({
      data: [orderRow(shop, 1, 11, "2026-01-01", 11_000), orderRow(shop, 1, 12, "2026-02-01", 2_000)],
    });
    await refresh(shop, [1]);
    await refresh(await shopOn(shop.id, "2027-01-01"), [1]);
    expect((await moves(shop)).at(-1)).toEqual({
      customerId: 1n,
      fromTier: "gold",
      toTier: "silver",
      cause: { kind: "left_window", orderIds: ["11"], minor: 11_000 },
    });
    expect(await stored(shop)).toMatchObject([{ since: "2027-01-01", nextDay: "2027-02-01" }]);
  });

  it("vanishes when merged away; the one who is kept has all orders", async () => {
    const shop = await shopWith(1, 2);
    await prisma.order.createMany({
      data: [orderRow(shop, 1, 11, today, 6_000), orderRow(shop, 2, 21, today, 6_000)],
    });
    await refresh(shop, [1, 2]);
    await prisma.customer.update({
      where: { shopId_id: { shopId: shop.id, id: 1 } },
      data: { mergedInto: 2 },
    });
    await prisma.order.updateMany({ where: { shopId: shop.id, customerId: 1 }, data: { customerId: 2 } });
    await refresh(shop, [1, 2]);
    expect(await stored(shop)).toMatchObject([{ customerId: 2n, tier: "gold", spendMinor: 12_000 }]);
    expect((await moves(shop)).at(-1)).toMatchObject({
      customerId: 2n,
      toTier: "gold",
      cause: { kind: "merge", orderId: "11", minor: 6_000 },
    });
  });

  it("keeps the day her tier began when a new policy leaves it to her", async () => {
    const shop = await shopWith(1, 2);
    await prisma.order.createMany({
      data: [orderRow(shop, 1, 11, "2026-03-01", 15_000), orderRow(shop, 2, 21, "2026-03-01", 11_000)],
    });
    await refresh(shop, [1, 2]);
    const later = await shopOn(shop.id, "2026-07-01");
    const version = await publish(shop, defaultDefinition([1_000, 12_000, 20_000], "en"));
    await prisma.$transaction((db) => rebuildStandings(db, later, { kind: "policy", version }));
    expect(await stored(shop)).toMatchObject([
      { tier: "gold", since: today },
      { tier: "silver", since: "2026-07-01" },
    ]);
    expect((await moves(shop)).at(-1)).toMatchObject({
      customerId: 2n,
      cause: { kind: "policy", version: 2 },
    });
    expect((await currentPolicy(prisma, shop.id))?.version).toBe(2);
  });

  it("has no standing where no policy is in force", async () => {
    const shop = await createShop(today);
    await addCustomers(shop, [1]);
    await rebuild(shop);
    await refresh(shop, [1]);
    expect(await stored(shop)).toEqual([]);
    expect(await customerStanding(prisma, shop, toCustomerId(1))).toBeNull();
    expect(await standingsFor(prisma, shop, [toCustomerId(1)])).toEqual(new Map());
  });
});
