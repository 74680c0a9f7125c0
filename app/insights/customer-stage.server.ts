import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { dateToDay, daysBetween } from "#app/platform/time.ts";
import { readRhythm } from "#app/value/lifecycle/read-rhythm.server.ts";
import { nextChange, stageReasonSchema, type StageReason } from "#app/value/lifecycle/stage.ts";
import { STAGES, type Stage } from "#app/value/lifecycle/stages.ts";

/** A product that the customer is expected to buy again. */
export type DueProduct = {
  productId: string;
  title: string;
  dueDay: string;
  /** Days from today until it is due; negative where it is overdue. */
  inDays: number;
  lastDay: string;
  purchaseDays: number;
};

export type CustomerStage = {
  /** Null until the shop's stages were first worked out. */
  stage: {
    stage: Stage;
    since: string;
    previous: Stage | null;
    reason: StageReason;
    /** The day on which it changes by itself if nothing is bought, if it does. */
    nextDay: string | null;
  } | null;
  /** The next to be due first. */
  due: DueProduct[];
};

/** So many products show. */
const MOST = 10;

/** Where the customer stands in their life with the shop, and what they are expected to buy again. */
export async function customerStage(shop: Shop, customerId: CustomerId): Promise<CustomerStage> {
  const [stage, due] = await Promise.all([readStage(shop, customerId), readDue(shop, customerId)]);
  return { stage, due };
}

async function readStage(shop: Shop, customerId: CustomerId): Promise<CustomerStage["stage"]> {
  const where = { shopId_customerId: { shopId: shop.id, customerId } };
  const [row, facts, kept] = await Promise.all([
    prisma.customerStage.findUnique({ where }),
    prisma.facts.findUnique({ where }),
    readRhythm(prisma, shop.id),
  ]);
  const stage = toStage(row?.stage);
  if (row === null || stage === null || kept === null) return null;
  const lastDay = facts?.lastDay ?? null;
  const life = {
    lastDay: lastDay === null ? null : dateToDay(lastDay),
    purchaseDays: facts?.purchaseDays ?? 0,
  };
  return {
    stage,
    since: dateToDay(row.since),
    previous: toStage(row.previous),
    reason: stageReasonSchema.parse(row.reason),
    nextDay: nextChange(stage, life, kept.rhythm),
  };
}

async function readDue(shop: Shop, customerId: CustomerId): Promise<DueProduct[]> {
  const rows = await prisma.replenishment.findMany({
    where: { shopId: shop.id, customerId },
    orderBy: [{ dueDay: "asc" }, { productId: "asc" }],
    take: MOST,
  });
  const products = await prisma.product.findMany({
    where: { shopId: shop.id, id: { in: rows.map(({ productId }) => productId) } },
    select: { id: true, title: true },
  });
  const titles = new Map(products.map(({ id, title }) => [id, title]));
  return rows.map(({ productId, dueDay, lastDay, purchaseDays }) => ({
    productId: productId.toString(),
    title: titles.get(productId) ?? productId.toString(),
    dueDay: dateToDay(dueDay),
    inDays: daysBetween(shop.today, dateToDay(dueDay)),
    lastDay: dateToDay(lastDay),
    purchaseDays,
  }));
}

function toStage(name: string | null | undefined): Stage | null {
  return STAGES.find((stage) => stage === name) ?? null;
}
