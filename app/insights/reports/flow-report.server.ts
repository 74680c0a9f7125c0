import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import { flowSchema, groupFlow } from "#app/insights/group-flow.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, addMonths, dateToDay } from "#app/platform/time.ts";
import type { Report } from "./report.ts";

const schema = z.object({
  /** The first day whose groups are known; null where no customer ever moved. */
  since: z.string().nullable(),
  today: z.string(),
  /** From a month ago, or the first known day, to today. */
  flow: flowSchema.nullable(),
});

export type FlowReport = z.infer<typeof schema>;

export const flowReport: Report<FlowReport> = { kind: "flow", schema, make };

async function make(db: Db, shop: Shop): Promise<FlowReport> {
  const first = await db.groupMove.findFirst({ where: { shopId: shop.id }, orderBy: { day: "asc" } });
  if (first === null) return { since: null, today: shop.today, flow: null };
  const since = addDays(dateToDay(first.day), -1);
  const monthAgo = addMonths(shop.today, -1);
  const from = monthAgo < since ? since : monthAgo;
  return { since, today: shop.today, flow: await groupFlow(db, shop, from, shop.today) };
}
