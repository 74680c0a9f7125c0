import type { JobPayload } from "#app/jobs/catalogue.ts";
import { reconcile } from "#app/mirror/reconcile.server.ts";

export async function shopReconcile({ shopId }: JobPayload<"shop.reconcile">): Promise<void> {
  await reconcile(shopId);
}
