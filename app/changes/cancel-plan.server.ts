import { prisma } from "#app/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { movePlan } from "./move-plan.server.ts";

/**
 * Ends a plan: what was sent stays, what was not is cancelled.
 * @throws AppError "conflict" where the plan is over already.
 */
export async function cancelPlan(shopId: ShopId, planId: number): Promise<void> {
  await prisma.$transaction(async (db) => {
    const moved = await movePlan(db, shopId, planId, "cancelled");
    if (!moved) throw new AppError("conflict", `Plan ${planId} is over`, { userMessage: "planMoved" });
    await db.change.updateMany({
      where: { shopId, planId, state: { in: ["draft", "approved"] } },
      data: { state: "cancelled" },
    });
  });
}
