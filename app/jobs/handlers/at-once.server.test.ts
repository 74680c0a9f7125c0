import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, dayOf } from "#app/platform/time.ts";
import { lockShop } from "#app/value/lock-shop.server.ts";
import { forgetTouched } from "#app/value/touched.server.ts";
import { createShop, orderRow } from "../../../tests/support/shop-rows.ts";
import { fillDrawn } from "../../../tests/support/drawn-shop.ts";
import { customersRefresh } from "./customers-refresh.server.ts";
import { shopRefresh } from "./shop-refresh.server.ts";
import { VALUE_STEPS, valueRefresh } from "./value-refresh.server.ts";

const today = dayOf(new Date(), "Europe/London");
const CUSTOMERS = ["1", "2", "3"];

let orders = 1_000_000;

/** Two orders of the same product for each of the customers, the last one today. */
async function placeOrders(shop: Shop): Promise<void> {
  const placed = CUSTOMERS.flatMap((customer) =>
    [40, 0].map((daysAgo) => {
      orders += 1;
      return orderRow(shop, Number(customer), orders, addDays(today, -daysAgo), 9_900);
    }),
  );
  await prisma.order.createMany({ data: placed });
  await prisma.orderLine.createMany({
    data: placed.map(({ id }) => ({
      ...{
        shopId: shop.id,
        orderId: id,
        id: 1,
        productId: 7,
        quantity: 1,
        totalMinor: 9_900,
        giftCard: false,
      },
    })),
  });
}

async function valueOf(shop: Shop) {
  const where = { shopId: shop.id };
  const orderBy = { customerId: "asc" } as const;
  const predictions = await prisma.prediction.findMany({ where, orderBy });
  return {
    // Classes are cut where all customers lay, a moment ago or now; and sums differ in their last digit.
    predictions: predictions.map(({ customerId, valueMinor }) => [customerId, valueMinor]),
    stages: await prisma.customerStage.findMany({ where, orderBy }),
    due: await prisma.replenishment.findMany({ where, orderBy }),
  };
}

/** Lets both come as far as the shop's lock: the second has read what the first is about to change. */
async function oneBehindTheOther(shop: Shop, first: () => Promise<void>, second: () => Promise<void>) {
  const running: Promise<void>[] = [];
  await prisma.$transaction(
    async (db) => {
      await lockShop(db, shop.id);
      running.push(first());
      await waiting(1);
      running.push(second());
      await waiting(2);
    },
    { timeout: 30_000 },
  );
  await Promise.all(running);
}

async function waiting(count: number): Promise<void> {
  for (;;) {
    const [row] = await prisma.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_locks JOIN pg_database ON pg_database.oid = database
      WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`;
    if (row?.waiting === count) return;
    await setTimeout(10);
  }
}

describe("value.refresh beside other jobs of the shop", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop(today);
    await fillDrawn(shop, "drawn-small", "2026-12-31");
    await prisma.product.create({
      data: {
        ...{ shopId: shop.id, id: 7, title: "Tea", productType: "", vendor: "", giftCard: false },
        updatedAt: new Date(),
      },
    });
    await shopRefresh({ shopId: shop.id, cause: "import" });
    await valueRefresh({ shopId: shop.id });
    expect(await prisma.prediction.count({ where: { shopId: shop.id } })).toBeGreaterThan(50);
  });

  it.each(["predictions", "stages", "due products"])(
    "does not write %s from before customers.refresh",
    async (name) => {
      await placeOrders(shop);
      await prisma.$transaction((db) => forgetTouched(db, shop.id));
      await oneBehindTheOther(
        shop,
        () => customersRefresh({ shopId: shop.id, customerIds: CUSTOMERS }),
        async () => VALUE_STEPS[name]?.(shop.id),
      );
      const found = await valueOf(shop);
      await valueRefresh({ shopId: shop.id });
      expect(found).toEqual(await valueOf(shop));
      expect(found.due.map(({ customerId }) => String(customerId))).toEqual(CUSTOMERS);
    },
  );

  it.each(["predictions", "stages", "due products"])(
    "leaves %s to the next time where shop.refresh runs",
    async (name) => {
      await placeOrders(shop);
      await prisma.$transaction((db) => forgetTouched(db, shop.id));
      const before = await valueOf(shop);
      await oneBehindTheOther(
        shop,
        () => shopRefresh({ shopId: shop.id, cause: "repair" }),
        async () => VALUE_STEPS[name]?.(shop.id),
      );
      expect(await valueOf(shop)).toEqual(before);
      await valueRefresh({ shopId: shop.id });
      expect(await valueOf(shop)).not.toEqual(before);
    },
  );

  it("comes to the same when all run at once", async () => {
    await placeOrders(shop);
    const customersOneByOne = async (): Promise<void> => {
      for (const id of CUSTOMERS) await customersRefresh({ shopId: shop.id, customerIds: [id] });
    };
    await Promise.all([valueRefresh({ shopId: shop.id }), customersOneByOne()]);
    const found = await valueOf(shop);
    await valueRefresh({ shopId: shop.id });
    expect(found).toEqual(await valueOf(shop));
  });
});
