import { prisma, type Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { isLive } from "./is-live.server.ts";
import type { PlanCause } from "./model.ts";
import { opposite, segmentRequest, type SegmentRequest } from "./segment-request.ts";
import { waitingPlan } from "./waiting-plan.server.ts";

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
    const segments = await segmentsOf(db, shopId, request);
    await db.change.updateMany({ where: { shopId, state: "draft" }, data: { state: "cancelled" } });
    await db.plan.updateMany({
      where: { shopId, state: { in: ["building", "draft"] } },
      data: { state: "cancelled" },
    });
    const plan = await db.plan.create({ data: { shopId, cause, state: "building", undoes, segments } });
    await enqueue(db, "plan.build", { shopId, planId: plan.id });
    return plan.id;
  });
}

/**
 * What the plan does about segments of RFM groups. Taking a plan back takes back what it was asked; all that is
 * missing includes what a plan that gives way was asked.
 */
async function segmentsOf(db: Db, shopId: ShopId, request: PlanRequest): Promise<SegmentRequest> {
  const nothing = segmentRequest.parse({});
  if (request.kind === "removal") return nothing;
  if (request.kind === "everything") {
    const waiting = await waitingPlan(db, shopId);
    return waiting === undefined ? nothing : segmentRequest.parse(waiting.segments);
  }
  const undone = await db.plan.findUniqueOrThrow({ where: { shopId_id: { shopId, id: request.planId } } });
  return ["segment", "undo"].includes(undone.cause)
    ? opposite(segmentRequest.parse(undone.segments))
    : nothing;
}

async function causeOf(db: Db, shopId: ShopId, request: PlanRequest): Promise<PlanCause> {
  if (request.kind === "removal") return "removal";
  if (request.kind === "everything") return (await isLive(db, shopId)) ? "policy" : "first";
  const found = await db.plan.count({ where: { shopId, id: request.planId } });
  if (found === 0) throw new AppError("not_found", `No plan ${request.planId}`);
  return "undo";
}
