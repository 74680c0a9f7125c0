import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { PlanCause } from "./model.ts";

/**
 * Starts to work out a plan, by a job: its id. A plan that still waits for approval gives way: its changes
 * would be stale.
 */
export async function startPlan(
  db: Db,
  shopId: ShopId,
  cause: Exclude<PlanCause, "follow">,
  undoes?: number,
): Promise<number> {
  await db.change.updateMany({ where: { shopId, state: "draft" }, data: { state: "cancelled" } });
  await db.plan.updateMany({
    where: { shopId, state: { in: ["building", "draft"] } },
    data: { state: "cancelled" },
  });
  const plan = await db.plan.create({ data: { shopId, cause, state: "building", undoes: undoes ?? null } });
  await enqueue(db, "plan.build", { shopId, planId: plan.id });
  return plan.id;
}
