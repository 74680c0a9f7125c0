import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";
import { groupOfSubject } from "./group-segment.ts";
import { segmentState, type SegmentState } from "./model.ts";

/** The Shopify segments that Laurel made of RFM groups. */
export async function writtenGroupSegments(db: Db, shopId: ShopId): Promise<Map<GroupKey, SegmentState>> {
  const rows = await db.manifest.findMany({ where: { shopId, kind: "segment" } });
  return new Map(
    rows.flatMap(({ subject, value }) => {
      const group = groupOfSubject(subject);
      return group === undefined ? [] : [[group, segmentState.parse(value)] as const];
    }),
  );
}
