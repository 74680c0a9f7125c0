import { prisma, type Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { isLive } from "./is-live.server.ts";
import type { PlanCause } from "./model.ts";

/** What a person asks for: all that is missing, everything of ours away, or a plan taken back. */
export type PlanRequest = { kind: "everything" } | { kind: "removal" } | { kind: "undo"; planId: number };

/**
 * Starts to work out a plan, by a job: its id. One that is being worked out for the same reason serves both;
 * any other that still waits for approval gives way, its changes would be stale.
 * @throws AppError "not_found" where the plan to take back does not exist.
 */
export async function requestPlan(shopId: ShopId, request: PlanRequest): Promise<number> {
  return prisma.$transaction(async (db) => {
    const cause = await causeOf(db, shopId, request);
    const undoes = request.kind === "undo" ? request.planId : null;
    const building = await db.plan.findFirst({ where: { shopId, state: "building", cause, undoes } });
    if (building !== null) {
      await enqueue(db, "plan.build", { shopId, planId: building.id });
      return building.id;
    }
    const waiting = await db.plan.findFirst({ where: { shopId, cause, state: "building" } });
    if (waiting !== null && request.kind !== "undo") return waiting.id;
    await db.change.updateMany({ where: { shopId, state: "draft" }, data: { state: "cancelled" } });
    await db.plan.updateMany({
      where: { shopId, state: { in: ["building", "draft"] } },
      data: { state: "cancelled" },
    });
    const plan = await db.plan.create({ data: { shopId, cause, state: "building", undoes } });
    await enqueue(db, "plan.build", { shopId, planId: plan.id });
    return plan.id;
  });
}

async function causeOf(db: Db, shopId: ShopId, request: PlanRequest): Promise<PlanCause> {
  if (request.kind === "removal") return "removal";
  if (request.kind === "everything") return (await isLive(db, shopId)) ? "policy" : "first";
  const found = await db.plan.count({ where: { shopId, id: request.planId } });
  if (found === 0) throw new AppError("not_found", `No plan ${request.planId}`);
  return "undo";
}
