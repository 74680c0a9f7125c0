import { prisma } from "#app/db.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { refreshReplenishment } from "./refresh-replenishment.server.ts";

/** What everybody is expected to buy again, anew from the mirror. */
export async function rebuildReplenishment(shopId: ShopId): Promise<void> {
  await prisma.$transaction(async (db) => refreshReplenishment(db, await readShop(db, shopId), "all"), {
    maxWait: 10_000,
    timeout: 3_600_000,
  });
  await prisma.$executeRaw`ANALYZE replenishment`;
}
