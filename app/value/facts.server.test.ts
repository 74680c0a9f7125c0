import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId } from "#app/platform/ids.ts";
import { dateToDay, daysBetween } from "#app/platform/time.ts";
import { fillMirror } from "../../tests/support/random-history.ts";
import { addCustomers, createShop, orderRow, refundRow } from "../../tests/support/shop-rows.ts";
import { netSpend } from "./purchase.ts";
import { readPurchases } from "./read-purchases.server.ts";
import { rebuildFacts } from "./rebuild-facts.server.ts";
import { rebuildScores } from "./rebuild-scores.server.ts";
import { refreshFacts } from "./refresh-facts.server.ts";
import { cutCustomers, scoreCustomers } from "./rfm/score-customers.ts";

const everyone = Array.from({ length: 60 }, (_, index) => toCustomerId(index + 1));
const living = everyone.filter((id) => id < 3n || id > 6n);

async function rebuild(shop: Shop): Promise<void> {
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await rebuildScores(db, shop);
  });
}

async function refresh(shop: Shop, ...ids: number[]) {
  return prisma.$transaction((db) => refreshFacts(db, shop, ids.map(toCustomerId)));
}

/** As after orders changed and nothing else: pairs of a customer and an order. */
async function refreshOrders(shop: Shop, ids: readonly number[], pairs: readonly [number, number][]) {
  const orders = pairs.map(([customer, order]) => ({
    customerId: toCustomerId(customer),
    orderId: toOrderId(order),
  }));
  return prisma.$transaction((db) => refreshFacts(db, shop, ids.map(toCustomerId), orders));
}

async function rowsOf(shop: Shop) {
  const where = { shopId: shop.id };
  const [purchases, facts, scores] = await Promise.all([
    prisma.purchase.findMany({ where, orderBy: { orderId: "asc" } }),
    prisma.facts.findMany({ where, orderBy: { customerId: "asc" } }),
    prisma.score.findMany({ where, orderBy: { customerId: "asc" } }),
  ]);
  return { purchases, facts, scores };
}

describe.each([
  { countTax: true, countShipping: true },
  { countTax: true, countShipping: false },
  { countTax: false, countShipping: true },
  { countTax: false, countShipping: false },
])("a shop that counts %o", (settings) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop("2026-03-29", settings);
    await fillMirror(shop, 42);
    await rebuild(shop);
  });

  it("has the purchases that the pure rule finds, and no others", async () => {
    const expected = [...(await readPurchases(prisma, shop, living))].flatMap(([customerId, purchases]) =>
      purchases.map((purchase) => ({
        customerId,
        orderId: purchase.orderId,
        day: purchase.day,
        grossMinor: purchase.grossMinor,
        netMinor: netSpend(purchase),
      })),
    );
    const { purchases } = await rowsOf(shop);
    const stored = purchases.map((row) => ({
      customerId: row.customerId,
      orderId: row.orderId,
      day: dateToDay(row.day),
      grossMinor: Number(row.grossMinor),
      netMinor: Number(row.grossMinor - row.refundedMinor),
    }));
    expect(stored.length).toBeGreaterThan(100);
    expect(stored).toEqual(expected.toSorted((a, b) => Number(a.orderId - b.orderId)));
  });

  it("sums them up to one row for every living customer record", async () => {
    const { facts } = await rowsOf(shop);
    const purchases = await readPurchases(prisma, shop, living);
    expect(
      facts.map((row) => ({ ...row, netMinor: Number(row.netMinor), repeatMinor: Number(row.repeatMinor) })),
    ).toEqual(
      living.map((customerId) => {
        const own = purchases.get(customerId) ?? [];
        const days = own.map((purchase) => purchase.day).toSorted();
        const different = [...new Set(days)];
        const previous = different.at(-2);
        return {
          shopId: shop.id,
          customerId,
          frequency: own.length,
          netMinor: own.reduce((sum, purchase) => sum + netSpend(purchase), 0),
          firstDay: days[0] === undefined ? null : new Date(days[0]),
          lastDay: days[0] === undefined ? null : new Date(days.at(-1) ?? ""),
          previousDay: previous === undefined ? null : new Date(previous),
          purchaseDays: different.length,
          repeatMinor: own
            .filter((purchase) => purchase.day !== days[0])
            .reduce((sum, purchase) => sum + netSpend(purchase), 0),
        };
      }),
    );
  });

  it("scores and groups as the pure rule does", async () => {
    const { facts, scores } = await rowsOf(shop);
    const figures = facts.flatMap(({ customerId, lastDay, frequency, netMinor }) =>
      lastDay === null
        ? []
        : [
            {
              id: customerId.toString(),
              recencyDays: daysBetween(dateToDay(lastDay), shop.today),
              frequency,
              netMinor: Number(netMinor),
            },
          ],
    );
    const fifths = cutCustomers(figures, "quantile", 5);
    expect(scores).toEqual(
      scoreCustomers(figures, fifths, fifths).map(({ figures: { id }, scores: own, groups }) => ({
        shopId: shop.id,
        customerId: BigInt(id),
        ...own,
        group: groups.shopify,
        rfGroup: groups.rf,
        valueGroup: groups.value,
        ownRecency: null,
        ownFrequency: null,
        ownMonetary: null,
      })),
    );
    expect(new Set(scores.map((row) => row.valueGroup)).size).toBeGreaterThan(4);
  });

  it("is the same after each customer was refreshed alone", async () => {
    const before = await rowsOf(shop);
    await prisma.purchase.deleteMany({ where: { shopId: shop.id, customerId: { lt: 30 } } });
    await prisma.facts.updateMany({ where: { shopId: shop.id }, data: { frequency: 77 } });
    await prisma.score.deleteMany({ where: { shopId: shop.id, customerId: { gt: 30 } } });
    for (const id of everyone) await refresh(shop, Number(id));
    expect(await rowsOf(shop)).toEqual(before);
  });
});

describe("refreshFacts", () => {
  it("says what changed, and touches nobody else", async () => {
    const shop = await createShop("2026-03-29");
    await addCustomers(shop, [1, 2]);
    await prisma.order.createMany({
      data: [orderRow(shop, 1, 11, "2026-01-01", 5_000), orderRow(shop, 2, 21, "2026-01-01", 7_000)],
    });
    expect(await refresh(shop, 1)).toEqual([
      { orderId: 11n, before: null, after: { customerId: 1n, grossMinor: 5_000, refundedMinor: 0 } },
    ]);
    expect(await refresh(shop, 1)).toEqual([]);
    expect((await rowsOf(shop)).purchases.map((row) => row.customerId)).toEqual([1n]);

    await prisma.refund.create({ data: refundRow(shop, 11, 1, "2026-02-01", 2_000) });
    expect(await refresh(shop, 1)).toEqual([
      {
        orderId: 11n,
        before: { customerId: 1n, grossMinor: 5_000, refundedMinor: 0 },
        after: { customerId: 1n, grossMinor: 5_000, refundedMinor: 2_000 },
      },
    ]);
    await prisma.order.update({
      where: { shopId_id: { shopId: shop.id, id: 11 } },
      data: { cancelledAt: new Date() },
    });
    expect(await refresh(shop, 1)).toMatchObject([{ orderId: 11n, after: null }]);
    expect((await rowsOf(shop)).facts).toMatchObject([{ customerId: 1n, frequency: 0, netMinor: 0n }]);
  });

  it("hands the orders of a merged customer to the one who is kept", async () => {
    const shop = await createShop("2026-03-29");
    await addCustomers(shop, [1, 2]);
    await prisma.order.createMany({
      data: [orderRow(shop, 1, 11, "2026-01-01", 5_000), orderRow(shop, 2, 21, "2026-01-01", 7_000)],
    });
    await rebuild(shop);
    await prisma.customer.update({
      where: { shopId_id: { shopId: shop.id, id: 1 } },
      data: { mergedInto: 2 },
    });
    await prisma.order.updateMany({ where: { shopId: shop.id, customerId: 1 }, data: { customerId: 2 } });
    expect(await refresh(shop, 1, 2)).toMatchObject([
      { orderId: 11n, before: { customerId: 1n }, after: { customerId: 2n } },
    ]);
    const rows = await rowsOf(shop);
    expect(rows.facts).toMatchObject([{ customerId: 2n, frequency: 2, netMinor: 12_000n }]);
    expect(rows.scores).toMatchObject([{ customerId: 2n }]);
  });

  it("looks at no order but those that changed, where they are known", async () => {
    const shop = await createShop("2026-03-29");
    await addCustomers(shop, [1, 2, 3]);
    await prisma.order.createMany({
      data: [11, 12, 13].map((id) => orderRow(shop, 1, id, "2026-01-01", 5_000)),
    });
    expect(await refreshOrders(shop, [1], [[1, 12]])).toMatchObject([{ orderId: 12n, before: null }]);
    expect((await rowsOf(shop)).facts).toMatchObject([{ customerId: 1n, frequency: 1 }]);
    expect(await refreshOrders(shop, [1], [])).toEqual([]);
    expect(await refresh(shop, 1)).toMatchObject([{ orderId: 11n }, { orderId: 13n }]);

    const where = { shopId_id: { shopId: shop.id, id: 13 } };
    await prisma.order.update({ where, data: { customerId: 2 } });
    expect(
      await refreshOrders(
        shop,
        [1, 2],
        [
          [1, 13],
          [2, 13],
        ],
      ),
    ).toMatchObject([{ orderId: 13n, before: { customerId: 1n }, after: { customerId: 2n } }]);
    await prisma.order.update({ where, data: { deletedAt: new Date() } });
    await prisma.refund.create({ data: refundRow(shop, 11, 1, "2026-02-01", 2_000) });
    expect(
      await refreshOrders(
        shop,
        [2, 1],
        [
          [2, 13],
          [1, 11],
        ],
      ),
    ).toMatchObject([
      { orderId: 11n, after: { refundedMinor: 2_000 } },
      { orderId: 13n, after: null },
    ]);
    const kept = await rowsOf(shop);
    expect(kept.facts.map((row) => [row.frequency, Number(row.netMinor)])).toEqual([
      [2, 8_000],
      [0, 0],
    ]);
    await refresh(shop, 1, 2);
    expect(await rowsOf(shop), "as when all are looked at").toEqual(kept);
  });

  it("adds what is bought after all the rest, and sums up anew what comes before", async () => {
    const shop = await createShop("2026-03-29");
    await addCustomers(shop, [1]);
    const bought: [number, string, number][] = [
      [11, "2026-02-10", 1_000],
      [12, "2026-02-10", 2_000],
      [13, "2026-02-20", 4_000],
      [14, "2026-02-20", 8_000],
      [15, "2026-02-15", 16_000],
      [16, "2026-02-01", 32_000],
      [17, "2026-02-25", 64_000],
    ];
    await rebuild(shop);
    for (const [id, day, minor] of bought) {
      await prisma.order.create({ data: orderRow(shop, 1, id, day, minor) });
      await refreshOrders(shop, [1], [[1, id]]);
      const kept = await rowsOf(shop);
      await rebuild(shop);
      expect((await rowsOf(shop)).facts, `after order ${id}`).toEqual(kept.facts);
    }
  });

  it("counts no known order of one who is deleted, or of somebody else", async () => {
    const shop = await createShop("2026-03-29");
    await addCustomers(shop, [1, 2]);
    await prisma.order.createMany({
      data: [orderRow(shop, 1, 11, "2026-01-01", 5_000), orderRow(shop, 2, 21, "2026-01-01", 7_000)],
    });
    const where = { shopId_id: { shopId: shop.id, id: 1 } };
    await prisma.customer.update({ where, data: { deletedAt: new Date() } });
    expect(
      await refreshOrders(
        shop,
        [1],
        [
          [1, 11],
          [1, 21],
        ],
      ),
    ).toEqual([]);
    expect(await rowsOf(shop)).toEqual({ purchases: [], facts: [], scores: [] });
  });

  it("sees nothing of another shop with the same numbers", async () => {
    const [one, other] = [await createShop("2026-03-29"), await createShop("2026-03-29")];
    for (const shop of [one, other]) await addCustomers(shop, [1]);
    await prisma.order.create({ data: orderRow(other, 1, 11, "2026-01-01", 5_000) });
    await rebuild(other);
    expect(await refresh(one, 1)).toEqual([]);
    await rebuild(one);
    expect((await rowsOf(one)).facts).toMatchObject([{ frequency: 0 }]);
    expect((await rowsOf(other)).facts).toMatchObject([{ frequency: 1 }]);
  });
});
