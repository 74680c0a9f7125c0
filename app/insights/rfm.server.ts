import type { Shop } from "#app/mirror/read-shop.server.ts";
import { readReport } from "./reports/read-report.server.ts";
import type { Made } from "./reports/report.ts";
import { rfmReport, type RfmFigures } from "./reports/rfm-report.server.ts";
import { segmentsState, type SegmentsState } from "./segments-state.server.ts";

export type RfmPage = { report: Made<RfmFigures> | null; segments: SegmentsState };

export async function rfmPage(shop: Shop): Promise<RfmPage> {
  const [report, segments] = await Promise.all([readReport(shop, rfmReport), segmentsState(shop)]);
  return { report, segments };
}
