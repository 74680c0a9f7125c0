import { sendPlan } from "#app/changes/send-plan.server.ts";
import type { JobPayload } from "#app/jobs/catalogue.ts";

export async function planSend({ shopId, planId }: JobPayload<"plan.send">): Promise<void> {
  await sendPlan(shopId, planId);
}
