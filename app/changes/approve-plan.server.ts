import { prisma } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { movePlan } from "./move-plan.server.ts";

/**
 * Approves every change of a plan and starts to send them.
 * @throws AppError "conflict" where the plan is not one that waits for approval.
 */
export async function approvePlan(shopId: ShopId, planId: number): Promise<void> {
  await prisma.$transaction(async (db) => {
    const moved = await movePlan(db, shopId, planId, "approved");
    if (!moved)
      throw new AppError("conflict", `Plan ${planId} cannot be approved now`, { userMessage: "planMoved" });
    await db.plan.update({ where: { shopId_id: { shopId, id: planId } }, data: { approvedAt: new Date() } });
    await db.change.updateMany({ where: { shopId, planId, state: "draft" }, data: { state: "approved" } });
    await enqueue(db, "plan.send", { shopId, planId });
  });
}
