import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toOrderId } from "#app/platform/ids.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";
import { refreshFacts } from "#app/value/refresh-facts.server.ts";

/** All facts and scores of the shop anew. */
export async function rebuild(shop: Shop): Promise<void> {
  await prisma.$transaction(async (db) => {
    await rebuildFacts(db, shop);
    await rebuildScores(db, shop);
  });
}

/** What the mirror tells of these customers, whatever changed. */
export async function refresh(shop: Shop, ...ids: number[]) {
  return prisma.$transaction((db) => refreshFacts(db, shop, ids.map(toCustomerId)));
}

/** As after orders changed and nothing else: pairs of a customer and an order. */
export async function refreshOrders(shop: Shop, ids: readonly number[], pairs: readonly [number, number][]) {
  const orders = pairs.map(([customer, order]) => ({
    customerId: toCustomerId(customer),
    orderId: toOrderId(order),
  }));
  return prisma.$transaction((db) => refreshFacts(db, shop, ids.map(toCustomerId), orders));
}

/** Everything that is worked out of the shop, in order. */
export async function rowsOf(shop: Shop) {
  const where = { shopId: shop.id };
  const [purchases, facts, scores] = await Promise.all([
    prisma.purchase.findMany({ where, orderBy: { orderId: "asc" } }),
    prisma.facts.findMany({ where, orderBy: { customerId: "asc" } }),
    prisma.score.findMany({ where, orderBy: { customerId: "asc" } }),
  ]);
  return { purchases, facts, scores };
}
