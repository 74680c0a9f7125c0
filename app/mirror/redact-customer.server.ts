import type { Db } from "#app/db.server.ts";
import { toGid, type ShopId } from "#app/platform/ids.ts";

/**
 * Erases a customer (Shopify's customers/redact): her rows at every station. Her orders stay as figures of
 * the shop, nobody's.
 */
export async function redactCustomer(db: Db, shopId: ShopId, customerId: string): Promise<void> {
  const id = BigInt(customerId);
  const hers = { where: { shopId, customerId: id } };
  const subject = toGid("Customer", id);
  await db.order.updateMany({ ...hers, data: { customerId: null } });
  await db.purchase.deleteMany(hers);
  await db.facts.deleteMany(hers);
  await db.score.deleteMany(hers);
  await db.standing.deleteMany(hers);
  await db.tierMove.deleteMany(hers);
  await db.change.deleteMany({ where: { shopId, subject } });
  await db.manifest.deleteMany({ where: { shopId, subject } });
  await db.customer.deleteMany({ where: { shopId, id } });
}
