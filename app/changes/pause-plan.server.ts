import { prisma } from "#app/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { movePlan } from "./move-plan.server.ts";

/**
 * Stops sending after the batch that is on its way; approving goes on with the rest.
 * @throws AppError "conflict" where nothing is being sent.
 */
export async function pausePlan(shopId: ShopId, planId: number): Promise<void> {
  const moved = await movePlan(prisma, shopId, planId, "paused");
  if (!moved)
    throw new AppError("conflict", `Plan ${planId} is not being sent`, { userMessage: "planMoved" });
}
