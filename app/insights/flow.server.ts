import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toDay } from "#app/platform/time.ts";
import { flowDays } from "./group-flow.ts";
import { groupFlow, type FlowFigures } from "./group-flow.server.ts";
import { flowReport, type FlowReport } from "./reports/flow-report.server.ts";
import { readReport } from "./reports/read-report.server.ts";
import type { Made } from "./reports/report.ts";

const day = z.iso.date().transform(toDay).optional().catch(undefined);

/** The two days, as they stand in the page's address. What can't be read is left out. */
export const flowQuerySchema = z.object({ from: day, to: day });

export type FlowPage = {
  report: Made<FlowReport> | null;
  /** Of the days asked for; null where none were, or none that are known. */
  asked: FlowFigures | null;
};

/** The flow of the usual days as worked out beforehand; that of others at once. */
export async function flowPage(shop: Shop, query: z.infer<typeof flowQuerySchema>): Promise<FlowPage> {
  const report = await readReport(shop, flowReport);
  const since = report?.data.since ?? null;
  const days = since === null ? null : flowDays(query, { since: toDay(since), today: shop.today });
  return { report, asked: days === null ? null : await groupFlow(prisma, shop, days.from, days.to) };
}
