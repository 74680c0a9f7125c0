import { buildPlan } from "#app/changes/build-plan.server.ts";
import type { JobPayload } from "#app/jobs/catalogue.ts";

export async function planBuild({ shopId, planId }: JobPayload<"plan.build">): Promise<void> {
  await buildPlan(shopId, planId);
}
