import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { addCustomers, createShop } from "../../tests/support/shop-rows.ts";
import { survivingCustomer } from "./surviving-customer.server.ts";

it("follows merges to the customer who is left", async () => {
  const shop = await createShop("2026-06-01");
  const other = await createShop("2026-06-01");
  await addCustomers(shop, [1, 2, 3, 4, 5]);
  await addCustomers(other, [1]);
  for (const [id, mergedInto] of [
    [1, 2],
    [2, 3],
    [4, 5],
    [5, 4],
  ] as const) {
    await prisma.customer.update({ where: { shopId_id: { shopId: shop.id, id } }, data: { mergedInto } });
  }
  const survivor = async (id: number, shopId = shop.id) =>
    Number(await survivingCustomer(shopId, toCustomerId(id)));
  expect(await Promise.all([1, 2, 3].map((id) => survivor(id)))).toEqual([3, 3, 3]);
  expect(await survivor(1, other.id)).toBe(1);
  expect(await survivor(4), "merged into each other: no page either way").toBe(4);
  expect(await survivor(9), "unknown").toBe(9);
});
