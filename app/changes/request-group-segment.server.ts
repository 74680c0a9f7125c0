import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { err, ok, type Result } from "#app/platform/errors.ts";
import type { RfmGroup } from "#app/value/rfm/group.ts";
import { groupSegmentChange, groupSubject } from "./group-segment.ts";
import { insertChanges } from "./insert-changes.server.ts";
import { writtenGroupSegments } from "./written-group-segments.server.ts";

/**
 * Plans a Shopify segment of an RFM group for a person to approve: the plan's id, that of the waiting one where
 * it was asked for before. Without RFM tags nobody would be in it; one that stands needs no other.
 */
export async function requestGroupSegment(
  shop: Shop,
  group: RfmGroup,
): Promise<Result<number, "tags_off" | "exists">> {
  if (!shop.settings.rfmTags) return err("tags_off");
  return prisma.$transaction(async (db) => {
    const written = await writtenGroupSegments(db, shop.id);
    const drafts = groupSegmentChange(group, shop.settings, written.get(group) ?? null);
    if (drafts.length === 0) return err("exists");
    const waiting = await db.change.findFirst({
      where: { shopId: shop.id, kind: "segment", subject: groupSubject(group), state: "draft" },
    });
    if (waiting !== null) return ok(waiting.planId);
    const plan = await db.plan.create({ data: { shopId: shop.id, cause: "segment", state: "draft" } });
    await insertChanges(db, shop.id, plan.id, drafts, "draft");
    return ok(plan.id);
  });
}
