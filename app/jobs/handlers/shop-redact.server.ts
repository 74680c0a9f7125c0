import type { JobPayload } from "#app/jobs/catalogue.ts";
import { redactShop } from "#app/mirror/redact-shop.server.ts";

export async function shopRedact({ shopId }: JobPayload<"shop.redact">): Promise<void> {
  await redactShop(shopId);
}
