import { prisma } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopId } from "#app/platform/ids.ts";

/**
 * Erases a shop that uninstalled (Shopify's shop/redact, 48 hours later): every row of every table with its
 * id, whatever table that is. A shop that installed again meanwhile stays.
 */
export async function redactShop(shopId: ShopId): Promise<void> {
  await prisma.$transaction(
    async (db) => {
      const shop = await db.shop.findUnique({ where: { id: shopId } });
      if (!shop?.uninstalledAt) return;
      const tables = await db.$queryRaw<{ name: string }[]>`
        SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_name = 'shop_id'`;
      for (const { name } of tables) {
        await db.$executeRaw`DELETE FROM ${Prisma.raw(`"${name}"`)} WHERE shop_id = ${shopId}`;
      }
      await db.session.deleteMany({ where: { shop: shop.domain } });
      await db.shop.delete({ where: { id: shopId } });
    },
    { timeout: 10 * 60_000 },
  );
}
