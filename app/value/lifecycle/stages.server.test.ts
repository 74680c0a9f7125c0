import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { addDays, dateToDay, dayOf, dayToDate, daysBetween, toDay } from "#app/platform/time.ts";
import { fillMirror } from "../../../tests/support/random-history.ts";
import { rhythmOfLimits } from "../../../tests/support/rhythms.ts";
import { addCustomers, createShop, orderRow, shopOn } from "../../../tests/support/shop-rows.ts";
import { readPurchases } from "../read-purchases.server.ts";
import { rebuildFacts } from "../rebuild-facts.server.ts";
import { ensureRhythm } from "./ensure-rhythm.server.ts";
import { freshStages } from "./fresh-stages.server.ts";
import { readGaps } from "./read-gaps.server.ts";
import { refreshStages } from "./refresh-stages.server.ts";
import { rhythmOf } from "./rhythm.ts";
import { stageOn } from "./stage.ts";
import { STAGES } from "./stages.ts";

const living = Array.from({ length: 60 }, (_, index) => toCustomerId(index + 1)).filter(
  (id) => id < 3n || id > 6n,
);
/** Limits around which the drawn gaps fall on both sides. */
const rhythm = rhythmOfLimits([180, 120, 100], 4);

async function keepRhythm(shop: Shop, limits = rhythm): Promise<void> {
  const row = { day: dayToDate(shop.today), limits };
  await prisma.rhythm.upsert({
    where: { shopId: shop.id },
    create: { shopId: shop.id, ...row },
    update: row,
  });
}

async function refresh(shop: Shop, ids?: readonly number[]): Promise<void> {
  await prisma.$transaction((db) => refreshStages(db, shop, ids?.map(toCustomerId) ?? "all"));
}

async function stored(shop: Shop) {
  return prisma.customerStage.findMany({ where: { shopId: shop.id }, orderBy: { customerId: "asc" } });
}

/** P(alive) of each customer: most of them have more likely left than not. */
const aliveOf = (id: bigint): number => Number((id * 37n) % 100n) / 150;

async function addPredictions(shop: Shop, model: string | null): Promise<void> {
  const rest = { purchases: 0, spendMinor: 0, valueMinor: 0, lowMinor: 0, highMinor: 0, clvClass: "low" };
  await prisma.prediction.createMany({
    data: living.map((customerId) => ({ shopId: shop.id, customerId, alive: aliveOf(customerId), ...rest })),
  });
  await prisma.clvModel.create({ data: { shopId: shop.id, day: dayToDate(shop.today), model, report: {} } });
}

/** What the pure rule says of everyone, from the mirror. */
async function expected(shop: Shop, { on, alive }: { on: typeof shop.today; alive: boolean }) {
  const customers = await prisma.customer.findMany({ where: { shopId: shop.id } });
  const purchases = await readPurchases(prisma, shop, living);
  return living.map((customerId) => {
    const days = [...new Set((purchases.get(customerId) ?? []).map(({ day }) => day))].toSorted();
    const createdAt = customers.find(({ id }) => id === customerId)?.createdAt ?? new Date(0);
    const life = { joined: dayOf(createdAt, shop.timeZone), days, warned: null };
    const { since, ...rest } = stageOn({ ...life, alive: alive ? aliveOf(customerId) : null }, rhythm, on);
    return { shopId: shop.id, customerId, ...rest, since: dayToDate(since) };
  });
}

describe("stages in SQL", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop("2026-03-29");
    await fillMirror(shop, 7);
    await prisma.$transaction((db) => rebuildFacts(db, shop));
    await keepRhythm(shop);
  });

  it("are those of the pure rule, with P(alive) only where a dropout model stands", async () => {
    await addPredictions(shop, "nbd");
    await refresh(shop);
    expect(await stored(shop)).toEqual(await expected(shop, { on: shop.today, alive: false }));

    await prisma.clvModel.create({
      data: { shopId: shop.id, day: dayToDate(shop.today), model: "bgnbd", report: {} },
    });
    await refresh(shop);
    expect(await stored(shop)).toEqual(await expected(shop, { on: shop.today, alive: true }));
  });

  it.each([0, 1, 30, 100, 300, 365, 700])("are known for the shop as it was %i days ago", async (ago) => {
    const on = addDays(shop.today, -ago);
    for (const alive of [false, true]) {
      const rows = await prisma.$queryRaw<unknown[]>`
        SELECT * FROM (${freshStages(shop, "all", rhythm, { on, alive })}) fresh ORDER BY customer_id`;
      const pure = await expected(shop, { on, alive });
      expect(rows).toEqual(
        pure.map(({ shopId, customerId, ...rest }) => ({
          shop_id: shopId,
          customer_id: customerId,
          ...rest,
        })),
      );
      if (ago === 0) expect(new Set(pure.map(({ stage }) => stage))).toEqual(new Set(STAGES));
      const warned = pure.filter(({ reason }) => reason.code === "unlikely").length;
      if (ago === 300 && alive) expect(warned).toBeGreaterThan(2);
    }
  });

  it("are the same after each customer was refreshed alone, and gone for deleted and merged records", async () => {
    await refresh(shop);
    const before = await stored(shop);
    await prisma.customerStage.deleteMany({ where: { shopId: shop.id, customerId: { lt: 30 } } });
    await prisma.customerStage.createMany({
      data: [3, 5].map((customerId) => ({
        ...{ shopId: shop.id, customerId, stage: "loyal", since: new Date("2026-01-01"), reason: {} },
      })),
    });
    for (let id = 1; id <= 60; id += 1) await refresh(shop, [id]);
    expect(await stored(shop)).toEqual(before);
  });

  it("leave rows alone that say so already", async () => {
    await refresh(shop);
    const versions = () =>
      prisma.$queryRaw`SELECT customer_id, xmin::text FROM customer_stage WHERE shop_id = ${shop.id} ORDER BY 1`;
    const before = await versions();
    await refresh(shop);
    expect(await versions()).toEqual(before);
  });
});

describe("refreshStages", () => {
  it("keeps the day of an early warning, and forgets it at the next purchase", async () => {
    const shop = await createShop("2026-03-29");
    await addCustomers(shop, [1]);
    await prisma.order.createMany({
      data: [orderRow(shop, 1, 11, "2026-01-01", 500), orderRow(shop, 1, 12, "2026-02-20", 500)],
    });
    await keepRhythm(shop);
    await addPredictions(shop, "mbgnbd");
    const stage = async (day: string) => {
      const then = await shopOn(shop.id, day);
      await prisma.$transaction(async (db) => {
        await rebuildFacts(db, then);
        await refreshStages(db, then, "all");
      });
      const [row] = await stored(shop);
      return row === undefined ? null : [row.stage, dateToDay(row.since), row.previous];
    };
    expect(await stage("2026-03-22")).toEqual(["growing", "2026-02-20", "new"]);
    expect(await stage("2026-03-23")).toEqual(["slipping", "2026-03-23", "growing"]);
    expect(await stage("2026-03-29")).toEqual(["slipping", "2026-03-23", "growing"]);
    await prisma.order.create({ data: orderRow(shop, 1, 13, "2026-03-30", 500) });
    expect(await stage("2026-03-31")).toEqual(["growing", "2026-02-20", "new"]);
  });

  it("waits for the shop's rhythm, and sees nothing of another shop", async () => {
    const [one, other] = [await createShop("2026-03-29"), await createShop("2026-03-29")];
    for (const shop of [one, other]) await addCustomers(shop, [1]);
    await refresh(one);
    expect(await stored(one)).toEqual([]);
    await keepRhythm(one);
    await refresh(one);
    expect(await stored(one)).toMatchObject([{ stage: "prospect", since: new Date("2020-01-01") }]);
    expect(await stored(other)).toEqual([]);
  });
});

describe("the rhythm of a shop", () => {
  it("is taken from gaps that are those of its purchases", async () => {
    const shop = await createShop("2026-03-29");
    await fillMirror(shop, 8);
    await prisma.$transaction((db) => rebuildFacts(db, shop));
    const found = (await readGaps(prisma, shop)).flatMap(({ customers, ...gap }) =>
      Array.from({ length: customers }, () => JSON.stringify([gap.nth, gap.days, gap.open])),
    );
    const pure = [...(await readPurchases(prisma, shop, living)).values()].flatMap((purchases) => {
      const days = [...new Set(purchases.map(({ day }) => day))].toSorted();
      return days.map((day, index) => {
        const next = days[index + 1];
        const gap = daysBetween(day, next ?? shop.today);
        return JSON.stringify([Math.min(3, index + 1), gap, next === undefined]);
      });
    });
    expect(found.length).toBeGreaterThan(100);
    expect(found.toSorted()).toEqual(pure.toSorted());
  });

  it("stands for a month, and is taken anew each time while it rests on too little", async () => {
    const shop = await createShop("2026-01-15");
    const taken = async (day: string) => {
      await prisma.$transaction(async (db) => ensureRhythm(db, await shopOn(shop.id, day)));
      const row = await prisma.rhythm.findUnique({ where: { shopId: shop.id } });
      return row === null ? null : dateToDay(row.day);
    };
    expect(await taken("2026-01-15")).toBe("2026-01-15");
    expect(await taken("2026-01-16")).toBe("2026-01-16");
    await keepRhythm(await shopOn(shop.id, "2026-01-16"));
    expect(await taken("2026-02-15")).toBe("2026-01-16");
    expect(await taken("2026-02-16")).toBe("2026-02-16");
    const again = await prisma.rhythm.findUnique({ where: { shopId: shop.id } });
    expect(again?.limits).toEqual(rhythmOf([], [], daysBetween(toDay("2026-02-16"), toDay("2026-02-16"))));
  });
});
