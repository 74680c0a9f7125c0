import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { addCustomers, createShop, orderRow } from "../../tests/support/shop-rows.ts";
import { rebuildFacts } from "./rebuild-facts.server.ts";
import { rebuildScores } from "./rebuild-scores.server.ts";

it("returns those whose group is another than before", async () => {
  const shop = await createShop("2026-03-29");
  const ids = [1, 2, 3, 4, 5];
  await addCustomers(shop, ids);
  await prisma.order.createMany({
    data: ids.map((id) => orderRow(shop, id, id, `2026-01-0${id}`, id * 1_000)),
  });
  await prisma.$transaction((db) => rebuildFacts(db, shop));
  const again = () => prisma.$transaction((db) => rebuildScores(db, shop));
  expect(await again()).toEqual([]);
  expect(await again()).toEqual([]);
  await prisma.score.updateMany({
    where: { shopId: shop.id, customerId: { in: [1, 2, 5] } },
    data: { group: "prospects" },
  });
  expect(await again()).toEqual([1n, 2n, 5n]);
});
