import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { draftPolicy } from "./draft-policy.server.ts";

/**
 * Puts the shop's draft in force and has everybody's standing computed by it. Returns its version. To be
 * called in a transaction.
 * @throws AppError conflict where there is no draft.
 */
export async function publishPolicy(db: Db, shopId: ShopId): Promise<number> {
  const draft = await draftPolicy(db, shopId);
  if (draft === null) {
    throw new AppError("conflict", `Shop ${shopId} has no draft to publish`, { userMessage: "noDraft" });
  }
  const { count } = await db.policy.updateMany({
    where: { shopId, version: draft.version, effectiveFrom: null },
    data: { effectiveFrom: now() },
  });
  if (count === 0) throw new AppError("conflict", `Draft ${draft.version} was published by someone else`);
  await enqueue(db, "shop.refresh", { shopId, cause: "policy" });
  return draft.version;
}
