import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";
import { groupSegmentChange } from "./group-segment.ts";
import type { ChangeDraft } from "./model.ts";
import type { SegmentRequest } from "./segment-request.ts";
import { writtenGroupSegments } from "./written-group-segments.server.ts";

/** The RFM groups that have a Shopify segment once a request is carried out, and the changes to that. */
export async function groupSegments(
  db: Db,
  shop: Shop,
  { make, end }: SegmentRequest,
): Promise<{ segments: GroupKey[]; drafts: ChangeDraft[] }> {
  const written = await writtenGroupSegments(db, shop.id);
  const groups = [...new Set([...written.keys(), ...make])];
  const wanted = (group: GroupKey): boolean => !end.includes(group);
  return {
    segments: groups.filter(wanted),
    drafts: groups.flatMap((group) =>
      groupSegmentChange(group, shop, written.get(group) ?? null, wanted(group)),
    ),
  };
}
