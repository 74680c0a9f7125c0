import { prisma } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { movePlan } from "./move-plan.server.ts";

/**
 * Tries a plan's failed changes once more. Those that somebody else changed meanwhile stay as they are: a new
 * plan starts from what Shopify has now.
 * @throws AppError "conflict" where the plan is not done.
 */
export async function retryPlan(shopId: ShopId, planId: number): Promise<void> {
  await prisma.$transaction(async (db) => {
    const moved = await movePlan(db, shopId, planId, "approved");
    if (!moved) throw new AppError("conflict", `Plan ${planId} is not done`, { userMessage: "planMoved" });
    await db.change.updateMany({
      where: { shopId, planId, state: "failed" },
      data: { state: "approved", error: null },
    });
    await enqueue(db, "plan.send", { shopId, planId });
  });
}
