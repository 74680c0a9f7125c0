import { prisma } from "#app/db.server.ts";
import type { JobPayload } from "#app/jobs/catalogue.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { keepClvModel } from "#app/value/clv/keep-clv-model.server.ts";
import { rebuildPredictions } from "#app/value/clv/rebuild-predictions.server.ts";
import { rebuildLifecycle } from "#app/value/lifecycle/rebuild-lifecycle.server.ts";
import { rebuildReplenishment } from "#app/value/replenishment/rebuild-replenishment.server.ts";
import { seedMoves } from "#app/value/seed-moves.server.ts";
import { forgetTouched } from "#app/value/touched.server.ts";

const LONG = { maxWait: 10_000, timeout: 3_600_000 };

type Step = (shopId: ShopId) => Promise<void>;

/** The steps in order, each of which stands by itself: a retry does again what a failure left out. */
export const VALUE_STEPS: Record<string, Step> = {
  model: async (shopId) => keepClvModel(await readShop(prisma, shopId)),
  predictions: async (shopId) => rebuildPredictions(await readShop(prisma, shopId)),
  stages: rebuildLifecycle,
  "due products": rebuildReplenishment,
  moves: (shopId) => prisma.$transaction(async (db) => seedMoves(db, await readShop(db, shopId)), LONG),
};

/** Where all facts are worked out anew meanwhile, the steps leave it to the job that is asked for then. */
export async function valueRefresh({ shopId }: JobPayload<"value.refresh">): Promise<void> {
  await prisma.$transaction((db) => forgetTouched(db, shopId), LONG);
  for (const step of Object.values(VALUE_STEPS)) await step(shopId);
  await enqueue(prisma, "reports.make", { shopId });
}
