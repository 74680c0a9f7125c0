import { prisma } from "#app/db.server.ts";
import type { JobPayload } from "#app/jobs/catalogue.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import { keepClvModel } from "#app/value/clv/keep-clv-model.server.ts";
import { rebuildPredictions } from "#app/value/clv/rebuild-predictions.server.ts";
import { rebuildLifecycle } from "#app/value/lifecycle/rebuild-lifecycle.server.ts";
import { rebuildReplenishment } from "#app/value/replenishment/rebuild-replenishment.server.ts";
import { seedMoves } from "#app/value/seed-moves.server.ts";

const LONG = { maxWait: 10_000, timeout: 3_600_000 };

/** Each step stands by itself: a retry does again what a failure left out. */
export async function valueRefresh({ shopId }: JobPayload<"value.refresh">): Promise<void> {
  const shop = await readShop(prisma, shopId);
  await keepClvModel(shop);
  await rebuildPredictions(shop);
  await rebuildLifecycle(shopId);
  await rebuildReplenishment(shopId);
  await prisma.$transaction(async (db) => seedMoves(db, await readShop(db, shopId)), LONG);
  await enqueue(prisma, "reports.make", { shopId });
}
