import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { dayToDate, type Day } from "#app/platform/time.ts";
import { fillMirror } from "../../../tests/support/random-history.ts";
import { addCustomers, createShop, orderRow, refundRow } from "../../../tests/support/shop-rows.ts";
import { netSpend } from "../purchase.ts";
import { readPurchases } from "../read-purchases.server.ts";
import { rebuildFacts } from "../rebuild-facts.server.ts";
import { dueOf, productRhythm, type Bought } from "./due.ts";
import { refreshReplenishment } from "./refresh-replenishment.server.ts";

const living = Array.from({ length: 60 }, (_, index) => toCustomerId(index + 1)).filter(
  (id) => id < 3n || id > 6n,
);

/** Products 1 to 6; the fifth was deleted, the sixth is a gift card. */
async function addProducts(shop: Shop): Promise<void> {
  const updatedAt = new Date("2026-01-01");
  await prisma.product.createMany({
    data: [1, 2, 3, 4, 5, 6].map((id) => ({
      ...{ shopId: shop.id, id, title: `Product ${id}`, productType: "", vendor: "", updatedAt },
      giftCard: id === 6,
      deletedAt: id === 5 ? updatedAt : null,
    })),
  });
}

const anyLine = fc.record({
  /** 9 is not in the mirror. */
  productId: fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 5, 6, 9, null),
  quantity: fc.constantFrom(0, 1, 1, 2),
  giftCard: fc.constantFrom(false, false, false, false, true),
});

function lineRow(shop: Shop, orderId: bigint | number, id: number, productId: number | null) {
  return { shopId: shop.id, orderId, id, productId, quantity: 1, totalMinor: 500, giftCard: false };
}

async function fill(shop: Shop, seed: number): Promise<void> {
  await fillMirror(shop, seed);
  await addProducts(shop);
  const orders = await prisma.order.findMany({ where: { shopId: shop.id }, select: { id: true } });
  const lines = fc.sample(fc.array(anyLine, { minLength: 4, maxLength: 6 }), {
    numRuns: orders.length,
    seed,
  });
  await prisma.orderLine.createMany({
    data: orders.flatMap(({ id }, at) =>
      (lines[at] ?? []).map((line, index) => ({ ...lineRow(shop, id, index + 1, null), ...line })),
    ),
  });
  await prisma.$transaction((db) => rebuildFacts(db, shop));
}

async function refresh(shop: Shop, ids?: readonly number[]): Promise<void> {
  await prisma.$transaction((db) => refreshReplenishment(db, shop, ids?.map(toCustomerId) ?? "all"));
}

async function stored(shop: Shop) {
  return prisma.replenishment.findMany({
    where: { shopId: shop.id },
    orderBy: [{ customerId: "asc" }, { productId: "asc" }],
  });
}

/** What each customer bought of each product, straight from the mirror. */
async function boughtBy(shop: Shop): Promise<{ customerId: bigint; productId: bigint; bought: Bought }[]> {
  const lines = await prisma.orderLine.findMany({ where: { shopId: shop.id } });
  const products = new Set([1n, 2n, 3n, 4n]);
  const purchases = await readPurchases(prisma, shop, living);
  return [...purchases].flatMap(([customerId, own]) => {
    const days = new Map<bigint, Set<Day>>();
    for (const purchase of own) {
      if (purchase.grossMinor > 0 && netSpend(purchase) === 0) continue;
      for (const { orderId, productId, quantity, giftCard } of lines) {
        if (orderId !== purchase.orderId || giftCard || quantity === 0) continue;
        if (productId === null || !products.has(productId)) continue;
        days.set(productId, (days.get(productId) ?? new Set()).add(purchase.day));
      }
    }
    return [...days].flatMap(([productId, some]) => {
      const sorted = [...some].toSorted();
      const [firstDay, lastDay] = [sorted[0], sorted.at(-1)];
      if (firstDay === undefined || lastDay === undefined) return [];
      return [{ customerId, productId, bought: { purchaseDays: some.size, firstDay, lastDay } }];
    });
  });
}

async function expected(shop: Shop) {
  const all = await boughtBy(shop);
  const rhythmOf = (productId: bigint) =>
    productRhythm(all.filter((each) => each.productId === productId).map(({ bought }) => bought));
  const rhythms = new Map(all.map(({ productId }) => [productId, rhythmOf(productId)]));
  return all
    .flatMap(({ customerId, productId, bought }) => {
      const due = dueOf(bought, rhythms.get(productId) ?? null, shop.today);
      if (due === null) return [];
      const { purchaseDays, lastDay } = bought;
      const days = { lastDay: dayToDate(lastDay), dueDay: dayToDate(due.dueDay) };
      return [{ shopId: shop.id, customerId, productId, purchaseDays, gapDays: due.gapDays, ...days }];
    })
    .toSorted((a, b) => Number(a.customerId - b.customerId) || Number(a.productId - b.productId));
}

describe.each([1, 3])("products due in SQL, history %i", (seed) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop("2026-03-29");
    await fill(shop, seed);
    await refresh(shop);
  });

  it("are those of the pure rule", async () => {
    const rows = await stored(shop);
    expect(rows).toEqual(await expected(shop));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.some(({ purchaseDays }) => purchaseDays > 1)).toBe(true);
  });

  it("are the same after each customer was refreshed alone", async () => {
    const before = await stored(shop);
    await prisma.replenishment.deleteMany({ where: { shopId: shop.id, customerId: { lt: 30 } } });
    await prisma.replenishment.updateMany({ where: { shopId: shop.id }, data: { purchaseDays: 77 } });
    const strays = [3, 5].map((customerId) => ({ customerId, productId: 1, purchaseDays: 2, gapDays: 9 }));
    const day = dayToDate(shop.today);
    await prisma.replenishment.createMany({
      data: strays.map((stray) => ({ shopId: shop.id, lastDay: day, dueDay: day, ...stray })),
    });
    for (let id = 1; id <= 60; id += 1) await refresh(shop, [id]);
    expect(await stored(shop)).toEqual(before);
  });

  it("leave rows alone that say so already", async () => {
    const versions = () => prisma.$queryRaw`
      SELECT xmin::text FROM replenishment WHERE shop_id = ${shop.id}
      UNION ALL SELECT xmin::text FROM product_rhythm WHERE shop_id = ${shop.id}`;
    const before = await versions();
    await refresh(shop);
    expect(await versions()).toEqual(before);
  });
});

describe("refreshReplenishment", () => {
  it("expects a well known product of who bought it once, and no longer when its money was given back", async () => {
    const shop = await createShop("2026-03-29");
    const buyers = Array.from({ length: 20 }, (_, index) => index + 1);
    await addCustomers(shop, [...buyers, 21, 22]);
    await addProducts(shop);
    const again = buyers.flatMap((id) => [
      orderRow(shop, id, id * 10, "2026-01-01", 500),
      orderRow(shop, id, id * 10 + 1, "2026-01-31", 500),
    ]);
    const once = [21, 22].map((id) => orderRow(shop, id, id * 10, "2026-03-10", 500));
    await prisma.order.createMany({ data: [...again, ...once] });
    await prisma.orderLine.createMany({ data: [...again, ...once].map(({ id }) => lineRow(shop, id, 1, 1)) });
    await prisma.refund.create({ data: refundRow(shop, 220, 1, "2026-03-11", 500) });
    await prisma.$transaction((db) => rebuildFacts(db, shop));
    await refresh(shop);
    expect(await stored(shop), "the others are given up").toEqual([
      {
        ...{ shopId: shop.id, customerId: 21n, productId: 1n, purchaseDays: 1, gapDays: 30 },
        lastDay: new Date("2026-03-10"),
        dueDay: new Date("2026-04-09"),
      },
    ]);
  });
});
