import { prisma } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { PlanSummary } from "./plan-summary.ts";
import { summariesOf } from "./plan-summaries.server.ts";

/** Every plan of the shop, the newest first, at most 50: what waits, what runs, what was done. */
export async function plansPage(shopId: ShopId): Promise<{ plans: PlanSummary[]; written: number }> {
  const plans = await prisma.plan.findMany({ where: { shopId }, orderBy: { id: "desc" }, take: 50 });
  const written = await prisma.manifest.count({ where: { shopId } });
  return { plans: await summariesOf(shopId, plans), written };
}
