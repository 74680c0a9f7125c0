import { expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { dayToDate, toDay } from "#app/platform/time.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";
import { addCustomers, createShop, orderRow, shopOn } from "../../tests/support/shop-rows.ts";
import { defaultDefinition } from "./default-definition.ts";
import { publishPolicy } from "./publish-policy.server.ts";
import { rebuildStandings } from "./rebuild-standings.server.ts";
import { rollDay } from "./roll-day.server.ts";
import { saveDraft } from "./save-draft.server.ts";

async function queued(shopId: number): Promise<unknown[]> {
  const rows = await prisma.$queryRaw<{ payload: unknown }[]>`
    SELECT jobs.payload FROM graphile_worker._private_jobs jobs
    JOIN graphile_worker._private_tasks tasks ON tasks.id = jobs.task_id
    WHERE tasks.identifier = 'customers.refresh' AND (jobs.payload->>'shopId')::int = ${shopId}`;
  return rows.map((row) => row.payload);
}

it("hands on who is due on the day and who came into another group, once", async () => {
  const shop = await createShop("2025-10-25");
  const ids = [1, 2, 3, 4, 5];
  await addCustomers(shop, ids);
  await prisma.order.createMany({
    data: [
      ...ids.map((id) => orderRow(shop, id, id, `2025-10-0${id}`, 1_000 * id)),
      orderRow(shop, 2, 12, "2024-10-26", 500),
    ],
  });
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await rebuildScores(db, shop);
    await saveDraft(db, shop.id, defaultDefinition([2_000, 9_000, 10_000], "en"));
    await publishPolicy(db, shop.id);
    await rebuildStandings(db, shop, { kind: "import" });
  });
  const roll = async (day: string) => {
    const then = await shopOn(shop.id, day);
    await Promise.all([1, 2].map(() => prisma.$transaction((db) => rollDay(db, then))));
  };

  await roll("2025-10-26");
  expect(await queued(shop.id), "a shop that was never refreshed has nothing to roll").toEqual([]);

  await prisma.shop.update({ where: { id: shop.id }, data: { rolledTo: dayToDate(toDay("2025-10-25")) } });
  await prisma.score.updateMany({ where: { shopId: shop.id, customerId: 4 }, data: { group: "dormant" } });
  await roll("2025-10-26");
  await roll("2025-10-25");
  expect(await queued(shop.id)).toEqual([{ shopId: shop.id, customerIds: ["4", "2"], orders: [] }]);
});
