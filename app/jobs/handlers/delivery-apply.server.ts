import type { JobPayload } from "#app/jobs/catalogue.ts";
import { applyDelivery } from "#app/mirror/apply-delivery.server.ts";

export async function deliveryApply({ shopId, deliveryId }: JobPayload<"delivery.apply">): Promise<void> {
  await applyDelivery(shopId, deliveryId);
}
