import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { Applied } from "./applied.ts";
import type { NewsOf } from "./news.ts";
import { hearOfTag, tagNewsSchema, type TagState } from "./tags.ts";

const STALE: Applied = { stale: true, customerIds: [] };

/** Only somebody new counts: the rest of what changes of a customer has topics of its own. */
export async function applyCustomer(db: Db, shopId: ShopId, news: NewsOf<"customer">): Promise<Applied> {
  const { customerId, createdAt, updatedAt } = news;
  const where = { shopId_id: { shopId, id: BigInt(customerId) } };
  const before = await db.customer.findUnique({ where, select: { updatedAt: true } });
  const written = await db.$executeRaw`
    INSERT INTO customer AS c (shop_id, id, tags, created_at, updated_at)
    VALUES (${shopId}, ${customerId}::bigint, '{}', ${createdAt}::timestamptz, ${updatedAt}::timestamptz)
    ON CONFLICT (shop_id, id) DO UPDATE SET created_at = excluded.created_at, updated_at = excluded.updated_at
    WHERE c.updated_at < excluded.updated_at`;
  if (written === 0) return STALE;
  const isNew = before === null || before.updatedAt.getTime() === 0;
  return { stale: false, customerIds: isNew ? [customerId] : [] };
}

export async function applyCustomerDeleted(
  db: Db,
  shopId: ShopId,
  customerId: string,
  at: Date,
): Promise<Applied> {
  await markGone(db, shopId, customerId, at);
  return { stale: false, customerIds: [customerId] };
}

/**
 * Two customers became one: the kept one has all orders. Merges may come in any order, so whoever was merged
 * into the one that goes now goes along, and the kept one may be gone herself.
 */
export async function applyCustomersMerged(
  db: Db,
  shopId: ShopId,
  { keptId, deletedId }: NewsOf<"customers-merged">,
  at: Date,
): Promise<Applied> {
  await addBare(db, shopId, keptId, at);
  await markGone(db, shopId, deletedId, at);
  const rows = await db.$queryRaw<{ target: bigint }[]>`
    SELECT coalesce(merged_into, id) AS target FROM customer
    WHERE shop_id = ${shopId} AND id = ${keptId}::bigint FOR UPDATE`;
  const target = rows[0]?.target ?? BigInt(keptId);
  await db.$executeRaw`
    UPDATE customer SET merged_into = ${target}
    WHERE shop_id = ${shopId} AND (id = ${deletedId}::bigint OR merged_into = ${deletedId}::bigint)`;
  await db.$executeRaw`
    UPDATE "order" SET customer_id = ${target}
    WHERE shop_id = ${shopId} AND customer_id = ${deletedId}::bigint`;
  return { stale: false, customerIds: [target.toString(), deletedId] };
}

/** Tags that came or went. Ours come back as an echo and change nothing. */
export async function applyTags(db: Db, shopId: ShopId, news: NewsOf<"tags">): Promise<Applied> {
  const at = new Date(news.at);
  await addBare(db, shopId, news.customerId, at);
  const where = { shopId_id: { shopId, id: BigInt(news.customerId) } };
  await db.$executeRaw`SELECT FROM customer
    WHERE shop_id = ${shopId} AND id = ${news.customerId}::bigint FOR UPDATE`;
  const row = await db.customer.findUniqueOrThrow({ where });
  const before: TagState = { tags: row.tags, readAt: row.tagsAt, news: tagNewsSchema.parse(row.tagNews) };
  const after = news.tags.reduce((state, tag) => hearOfTag(state, tag, news.there, at), before);
  if (after === before) return STALE;
  await db.customer.update({ where, data: { tags: [...after.tags], tagNews: after.news } });
  return { stale: false, customerIds: [] };
}

export async function applySummary(db: Db, shopId: ShopId, news: NewsOf<"summary">): Promise<Applied> {
  const at = new Date(news.at);
  await addBare(db, shopId, news.customerId, at);
  const written = await db.$executeRaw`
    UPDATE customer
    SET orders_count = ${news.ordersCount}, spent_minor = ${news.spentMinor}::bigint, summary_at = ${at}
    WHERE shop_id = ${shopId} AND id = ${news.customerId}::bigint
      AND (summary_at IS NULL OR summary_at < ${at})`;
  return { stale: written === 0, customerIds: [] };
}

/** A row for a customer of whom nothing else is known yet; `at` is when she was there at the latest. */
async function addBare(db: Db, shopId: ShopId, customerId: string, at: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO customer AS c (shop_id, id, tags, created_at, updated_at)
    VALUES (${shopId}, ${customerId}::bigint, '{}', ${at}, 'epoch')
    ON CONFLICT (shop_id, id) DO UPDATE SET created_at = excluded.created_at
    WHERE c.updated_at = 'epoch' AND excluded.created_at < c.created_at`;
}

/** The mark stays, so that older messages which come later do not bring her back. */
async function markGone(db: Db, shopId: ShopId, customerId: string, at: Date): Promise<void> {
  await addBare(db, shopId, customerId, at);
  await db.$executeRaw`
    UPDATE customer SET deleted_at = least(deleted_at, ${at}::timestamptz)
    WHERE shop_id = ${shopId} AND id = ${customerId}::bigint`;
}
