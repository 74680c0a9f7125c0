import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { addDays, dayOf } from "#app/platform/time.ts";
import { addCustomers, createShop, orderRow } from "../../../tests/support/shop-rows.ts";
import { customersRefresh } from "./customers-refresh.server.ts";
import { shopRefresh } from "./shop-refresh.server.ts";
import { valueRefresh } from "./value-refresh.server.ts";

const today = dayOf(new Date(), "Europe/London");

it("keeps stages and due products up from the import on, as orders come in", async () => {
  const shop = await createShop(today);
  const where = { shopId: shop.id };
  const place = async (id: number, daysAgo: number) => {
    await prisma.order.create({ data: orderRow(shop, 1, id, addDays(today, -daysAgo), 500) });
    const line = {
      ...where,
      orderId: id,
      id: 1,
      productId: 7,
      quantity: 1,
      totalMinor: 500,
      giftCard: false,
    };
    await prisma.orderLine.create({ data: line });
  };
  const read = async () => ({
    stages: (await prisma.customerStage.findMany({ where })).map(({ stage, previous }) => [stage, previous]),
    due: (await prisma.replenishment.findMany({ where })).map(({ purchaseDays, gapDays }) => [
      purchaseDays,
      gapDays,
    ]),
  });
  await addCustomers(shop, [1]);
  await prisma.product.create({
    data: {
      ...where,
      id: 7,
      title: "Tea",
      productType: "",
      vendor: "",
      giftCard: false,
      updatedAt: new Date(),
    },
  });
  await place(11, 400);
  await shopRefresh({ shopId: shop.id, cause: "import" });
  await valueRefresh({ shopId: shop.id });
  expect(await read()).toEqual({ stages: [["lapsed", "slipping"]], due: [] });

  await place(12, 0);
  await customersRefresh({ shopId: shop.id, customerIds: ["1"] });
  expect(await read()).toEqual({ stages: [["won_back", "lapsed"]], due: [[2, 400]] });
});
