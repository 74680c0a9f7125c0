import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { Applied } from "./applied.ts";
import type { NewsOf } from "./news.ts";
import { startImport } from "./start-import.server.ts";

const DONE: Applied = { stale: false, customerIds: [] };
const STALE: Applied = { stale: true, customerIds: [] };

export async function applyProduct(db: Db, shopId: ShopId, news: NewsOf<"product">): Promise<Applied> {
  const { id, title, productType, vendor, updatedAt } = news.product;
  const written = await db.$executeRaw`
    INSERT INTO product AS p (shop_id, id, title, product_type, vendor, gift_card, updated_at)
    VALUES (${shopId}, ${id}::bigint, ${title}, ${productType}, ${vendor}, false, ${updatedAt}::timestamptz)
    ON CONFLICT (shop_id, id) DO UPDATE SET title = excluded.title, product_type = excluded.product_type,
      vendor = excluded.vendor, updated_at = excluded.updated_at
    WHERE p.updated_at < excluded.updated_at`;
  return written === 0 ? STALE : DONE;
}

export async function applyProductDeleted(
  db: Db,
  shopId: ShopId,
  productId: string,
  at: Date,
): Promise<Applied> {
  await db.$executeRaw`
    INSERT INTO product AS p (shop_id, id, title, product_type, vendor, gift_card, updated_at, deleted_at)
    VALUES (${shopId}, ${productId}::bigint, '', '', '', false, 'epoch', ${at})
    ON CONFLICT (shop_id, id) DO UPDATE SET deleted_at = least(p.deleted_at, excluded.deleted_at)`;
  return DONE;
}

/** A new time zone moves orders to other days, a new currency is another money: everything is built anew. */
export async function applyShop(db: Db, shopId: ShopId, news: NewsOf<"shop">): Promise<Applied> {
  const before = await db.shop.findUniqueOrThrow({ where: { id: shopId } });
  const { name, currency } = news;
  const timeZone = news.timeZone ?? before.timeZone;
  const locale = news.locale ?? before.locale;
  const taxesIncluded = news.taxesIncluded ?? before.taxesIncluded;
  await db.shop.update({ where: { id: shopId }, data: { name, currency, timeZone, locale, taxesIncluded } });
  if (currency !== before.currency || timeZone !== before.timeZone) {
    await enqueue(db, "shop.refresh", { shopId, cause: "settings" });
  }
  return DONE;
}

/** Who may now read all orders gets the older ones, too. */
export async function applyScopes(db: Db, shopId: ShopId, { scopes }: NewsOf<"scopes">): Promise<Applied> {
  const before = await db.shop.findUniqueOrThrow({ where: { id: shopId } });
  await db.shop.update({ where: { id: shopId }, data: { scopes } });
  const gained = scopes.includes("read_all_orders") && !before.scopes.includes("read_all_orders");
  if (gained) await startImport(db, shopId);
  return DONE;
}

/** Shopify has ended the tokens; the rows stay until it asks to erase them. Old news after a new installation. */
export async function applyUninstalled(db: Db, shopId: ShopId, at: Date): Promise<Applied> {
  const { domain, installedAt } = await db.shop.findUniqueOrThrow({ where: { id: shopId } });
  if (at < installedAt) return STALE;
  await db.shop.update({ where: { id: shopId }, data: { uninstalledAt: at } });
  await db.session.deleteMany({ where: { shop: domain } });
  return DONE;
}

/** The import that waits for this bulk operation need not wait until it looks again. */
export async function applyBulkFinished(db: Db, shopId: ShopId, gid: string): Promise<Applied> {
  const waiting = await db.import.findFirst({ where: { shopId, operationGid: gid, state: "reading" } });
  if (waiting !== null) await enqueue(db, "import.run", { shopId, importId: waiting.id });
  return DONE;
}
