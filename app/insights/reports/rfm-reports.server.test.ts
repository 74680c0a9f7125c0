import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { groupFlow } from "#app/insights/group-flow.server.ts";
import { gridOf, sumOf } from "#app/insights/rfm-figures.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, toDay, type Day } from "#app/platform/time.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";
import { seedMoves } from "#app/value/seed-moves.server.ts";
import { fillMirror } from "../../../tests/support/random-history.ts";
import { addCustomers, createShop, shopOn } from "../../../tests/support/shop-rows.ts";
import { flowReport } from "./flow-report.server.ts";
import { rfmReport } from "./rfm-report.server.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop("2026-03-29");
  await fillMirror(shop, 5);
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await rebuildScores(db, shop);
    await seedMoves(db, shop);
  });
});

describe("the RFM report", () => {
  it("keeps every customer and penny, and puts each into the group of her row", async () => {
    const { cells, valueGroups, prospects, limits, means } = await rfmReport.make(prisma, shop);
    const facts = await prisma.facts.findMany({ where: { shopId: shop.id } });
    const buyers = facts.filter(({ frequency }) => frequency > 0);
    const total = {
      customers: buyers.length,
      revenueMinor: buyers.reduce((sum, { netMinor }) => sum + Number(netMinor), 0),
    };
    expect(sumOf(cells)).toEqual(total);
    expect(sumOf(valueGroups)).toEqual(total);
    expect(prospects).toBe(facts.length - buyers.length);
    expect(means?.netMinor).toBeCloseTo(total.revenueMinor / total.customers);
    expect(limits.map(({ score }) => score)).toEqual([5, 4, 3, 2, 1]);

    const scores = await prisma.score.findMany({ where: { shopId: shop.id } });
    for (const group of RFM_GROUPS) {
      const { customers } = sumOf(gridOf(cells).filter((cell) => cell.group === group));
      expect(customers, group).toBe(scores.filter((row) => row.group === group).length);
    }
  });

  it("is empty where nobody bought", async () => {
    const empty = await createShop("2026-03-29");
    await addCustomers(empty, [1]);
    await prisma.$transaction(async (db) => {
      await rebuildFacts(db, empty);
      await rebuildScores(db, empty);
    });
    expect(await rfmReport.make(prisma, empty)).toEqual({
      prospects: 1,
      cells: [],
      valueGroups: [],
      limits: [],
      means: null,
    });
    expect(await flowReport.make(prisma, empty)).toEqual({ since: null, today: "2026-03-29", flow: null });
  });
});

/** Everybody's group at a day's end as the moves tell it, walked back from today one by one. */
async function groupsAt(day: Day): Promise<Map<bigint, string>> {
  const facts = await prisma.facts.findMany({ where: { shopId: shop.id } });
  const scores = await prisma.score.findMany({ where: { shopId: shop.id } });
  const moves = await prisma.groupMove.findMany({
    where: { shopId: shop.id, day: { gt: new Date(day) } },
    orderBy: { day: "desc" },
  });
  const groups = new Map<bigint, string>([
    ...facts.map((row) => [row.customerId, "prospects"] as const),
    ...scores.map((row) => [row.customerId, row.group] as const),
  ]);
  for (const move of moves) groups.set(move.customerId, move.fromGroup);
  return groups;
}

describe("the flow between two days", () => {
  it.each([
    ["2025-06-30", "2026-03-29"],
    ["2025-08-15", "2025-12-31"],
    ["2026-01-31", "2026-02-28"],
    ["2026-03-28", "2026-03-29"],
  ])("from %s to %s is what customers' groups on both days say", async (first, second) => {
    const [from, to] = [toDay(first), toDay(second)];
    const [before, after] = [await groupsAt(from), await groupsAt(to)];
    const { flows, balances } = await groupFlow(prisma, shop, from, to);
    const pairs = [...before].map(([id, group]) => `${group} ${after.get(id)}`);
    for (const source of RFM_GROUPS) {
      for (const target of RFM_GROUPS.filter((group) => group !== source)) {
        const found = flows.find((flow) => flow.from === source && flow.to === target)?.customers ?? 0;
        expect(found).toBe(pairs.filter((pair) => pair === `${source} ${target}`).length);
      }
      const size = (groups: Map<bigint, string>) =>
        [...groups.values()].filter((each) => each === source).length;
      expect(balances.find(({ group }) => group === source)).toMatchObject({
        before: size(before),
        after: size(after),
      });
    }
  });

  it("is by default that of the last month, or of as much as is known", async () => {
    const { since, flow } = await flowReport.make(prisma, shop);
    expect(flow).toMatchObject({ from: "2026-02-28", to: "2026-03-29" });
    expect(flow).toEqual(await groupFlow(prisma, shop, toDay("2026-02-28"), shop.today));
    const [first] = await prisma.groupMove.findMany({ where: { shopId: shop.id }, orderBy: { day: "asc" } });
    expect(since).toBe(addDays(toDay(first?.day.toISOString().slice(0, 10) ?? ""), -1));

    await prisma.groupMove.deleteMany({ where: { shopId: shop.id, day: { lt: new Date(shop.today) } } });
    const next = await shopOn(shop.id, "2026-03-30");
    expect((await flowReport.make(prisma, next)).flow).toMatchObject({
      from: "2026-03-28",
      to: "2026-03-30",
    });
  });
});
