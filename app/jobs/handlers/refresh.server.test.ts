import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { defaultDefinition } from "#app/membership/default-definition.ts";
import { draftPolicy } from "#app/membership/draft-policy.server.ts";
import { publishPolicy } from "#app/membership/publish-policy.server.ts";
import { saveDraft } from "#app/membership/save-draft.server.ts";
import { dayOf } from "#app/platform/time.ts";
import { addCustomers, createShop, orderRow } from "../../../tests/support/shop-rows.ts";
import { customersRefresh } from "./customers-refresh.server.ts";
import { shopRefresh } from "./shop-refresh.server.ts";
import { shopsRollDay } from "./shops-roll-day.server.ts";

const today = dayOf(new Date(), "Europe/London");

it("takes a shop from its import over a published ladder to a customer's rise", async () => {
  const shop = await createShop(today);
  await addCustomers(shop, [1, 2]);
  await prisma.order.createMany({
    data: [orderRow(shop, 1, 11, today, 5_000), orderRow(shop, 2, 21, today, 1_000)],
  });
  const where = { shopId: shop.id };
  const standings = async () =>
    (await prisma.standing.findMany({ where, orderBy: { customerId: "asc" } })).map((row) => row.tier);

  await shopRefresh({ shopId: shop.id, cause: "import" });
  expect(await draftPolicy(prisma, shop.id)).toMatchObject({ version: 1 });
  expect(await standings()).toEqual([]);
  expect(await prisma.plan.count({ where })).toBe(0);

  await saveDraft(prisma, shop.id, defaultDefinition([2_000, 6_000, 9_000], "en"));
  await publishPolicy(prisma, shop.id);
  await shopRefresh({ shopId: shop.id, cause: "policy" });
  expect(await standings()).toEqual(["silver", "member"]);
  expect(await prisma.plan.findMany({ where })).toMatchObject([{ cause: "first", state: "building" }]);

  await prisma.order.create({ data: orderRow(shop, 2, 22, today, 5_500) });
  await customersRefresh({ shopId: shop.id, customerIds: ["2"] });
  expect(await standings()).toEqual(["silver", "gold"]);
  expect(await prisma.change.count({ where }), "nothing is written before a person approved").toBe(0);
  expect(await prisma.tierMove.findMany({ where, orderBy: { id: "asc" } })).toMatchObject([
    { customerId: 1n, cause: { kind: "policy", version: 1 } },
    { customerId: 2n, cause: { kind: "order", orderId: "22", minor: 5_500 } },
  ]);

  await prisma.shop.update({ where: { id: shop.id }, data: { rolledTo: new Date("2020-01-01") } });
  await shopsRollDay();
  expect(await prisma.shop.findUnique({ where: { id: shop.id } })).toMatchObject({
    rolledTo: new Date(today),
  });
});
