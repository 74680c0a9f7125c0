import { prisma } from "#app/db.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { ensureRhythm } from "./ensure-rhythm.server.ts";
import { refreshStages } from "./refresh-stages.server.ts";

/** The shop's rhythm, where it is due, and the stage of everybody by it. */
export async function rebuildLifecycle(shopId: ShopId): Promise<void> {
  await prisma.$transaction(
    async (db) => {
      const shop = await readShop(db, shopId);
      await ensureRhythm(db, shop);
      await refreshStages(db, shop, "all");
    },
    { maxWait: 10_000, timeout: 3_600_000 },
  );
  await prisma.$executeRaw`ANALYZE customer_stage`;
}
