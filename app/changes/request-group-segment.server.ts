import { prisma, type Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { err, ok, type Result } from "#app/platform/errors.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";
import { groupSegmentChange } from "./group-segment.ts";
import { segmentRequest, withWish } from "./segment-request.ts";
import { waitingPlan } from "./waiting-plan.server.ts";
import { writtenGroupSegments } from "./written-group-segments.server.ts";

/** Why there is nothing to plan: RFM tags are not written; the segment is there already; there is none. */
export type SegmentRefusal = "tags_off" | "exists" | "missing";

/**
 * Plans that an RFM group or cell gets a Shopify segment, or (not `wanted`) that it is taken away, for a person to
 * approve: the plan's id. A plan that waits for approval takes it in and is worked out anew, by a job. Without RFM
 * tags nobody would be in it.
 */
export async function requestGroupSegment(
  shop: Shop,
  group: GroupKey,
  wanted: boolean,
): Promise<Result<number, SegmentRefusal>> {
  if (wanted && !shop.settings.rfmTags) return err("tags_off");
  return prisma.$transaction(async (db) => {
    // Of two requests at once the second finds the first one's plan.
    await db.$queryRaw`SELECT 1 FROM shop WHERE id = ${shop.id} FOR UPDATE`;
    const written = await writtenGroupSegments(db, shop.id);
    if (groupSegmentChange(group, shop, written.get(group) ?? null, wanted).length === 0) {
      return err(wanted ? "exists" : "missing");
    }
    return ok(await planWith(db, shop, group, wanted));
  });
}

const NOTHING = segmentRequest.parse({});

async function planWith(db: Db, shop: Shop, group: GroupKey, wanted: boolean): Promise<number> {
  const shopId = shop.id;
  const waiting = await waitingPlan(db, shopId);
  const request = waiting === undefined ? NOTHING : segmentRequest.parse(waiting.segments);
  const asked = wanted ? request.make : request.end;
  if (waiting !== undefined && asked.includes(group)) return waiting.id;
  const segments = withWish(request, group, wanted);
  // Somebody may just have approved it.
  const taken = await db.plan.updateMany({
    where: { shopId, id: waiting?.id ?? 0, state: { in: ["building", "draft"] } },
    data: { state: "building", segments },
  });
  const own = { shopId, cause: "segment", state: "building", segments: withWish(NOTHING, group, wanted) };
  const planId =
    waiting !== undefined && taken.count === 1 ? waiting.id : (await db.plan.create({ data: own })).id;
  // Of a shop's plans one is worked out at a time.
  await db.plan.updateMany({
    where: { shopId, state: "building", id: { not: planId } },
    data: { state: "cancelled" },
  });
  await enqueue(db, "plan.build", { shopId, planId });
  return planId;
}
