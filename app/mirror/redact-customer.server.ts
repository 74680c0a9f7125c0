import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { toGid, type ShopId } from "#app/platform/ids.ts";

/**
 * Erases a customer (Shopify's customers/redact): her rows in every table with her id, whatever table that is.
 * Her orders stay as figures of the shop, nobody's.
 */
export async function redactCustomer(db: Db, shopId: ShopId, customerId: string): Promise<void> {
  const id = BigInt(customerId);
  const subject = toGid("Customer", id);
  await db.order.updateMany({ where: { shopId, customerId: id }, data: { customerId: null } });
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'customer_id' AND table_name <> 'order'`;
  for (const { name } of tables) {
    await db.$executeRaw`
      DELETE FROM ${Prisma.raw(`"${name}"`)} WHERE shop_id = ${shopId} AND customer_id = ${id}`;
  }
  await db.change.deleteMany({ where: { shopId, subject } });
  await db.manifest.deleteMany({ where: { shopId, subject } });
  await db.customer.deleteMany({ where: { shopId, id } });
}
