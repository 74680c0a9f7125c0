import { prisma } from "#app/db.server.ts";
import { isLive } from "#app/changes/is-live.server.ts";
import { writtenGroupSegments } from "#app/changes/written-group-segments.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { RfmGroup } from "#app/value/rfm/group.ts";
import { readReport } from "./reports/read-report.server.ts";
import type { Made } from "./reports/report.ts";
import { rfmReport, type RfmFigures } from "./reports/rfm-report.server.ts";

/** Can a group become a Shopify segment? */
export type SegmentsState = {
  /** Are RFM groups written as tags? */
  tags: boolean;
  /** Did a person approve a first plan, so that customers carry them? */
  live: boolean;
  /** Groups that have a segment already. */
  made: RfmGroup[];
};

export type RfmPage = { report: Made<RfmFigures> | null; segments: SegmentsState };

export async function rfmPage(shop: Shop): Promise<RfmPage> {
  const [report, live, written] = await Promise.all([
    readReport(shop, rfmReport),
    isLive(prisma, shop.id),
    writtenGroupSegments(prisma, shop.id),
  ]);
  return { report, segments: { tags: shop.settings.rfmTags, live, made: [...written.keys()] } };
}
