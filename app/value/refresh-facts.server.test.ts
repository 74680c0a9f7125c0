import { describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { addCustomers, createShop, orderRow, refundRow } from "../../tests/support/shop-rows.ts";
import { rebuild, refresh, refreshOrders, rowsOf } from "../../tests/support/worked-out.ts";

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
