import { prisma } from "#app/db.server.ts";
import { isLive } from "#app/changes/is-live.server.ts";
import { writtenGroupSegments } from "#app/changes/written-group-segments.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";

/** Can RFM groups and cells become Shopify segments? */
export type SegmentsState = {
  /** Are RFM groups written as tags? */
  tags: boolean;
  /** Did a person approve a first plan, so that customers carry them? */
  live: boolean;
  /** Those that have a segment already. */
  made: GroupKey[];
};

export async function segmentsState(shop: Shop): Promise<SegmentsState> {
  const [live, written] = await Promise.all([isLive(prisma, shop.id), writtenGroupSegments(prisma, shop.id)]);
  return { tags: shop.settings.rfmTags, live, made: [...written.keys()] };
}
