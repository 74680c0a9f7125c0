import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";

/** True once a person approved a plan that writes everything, until one that removes everything was approved. */
export async function isLive(db: Db, shopId: ShopId): Promise<boolean> {
  const latest = await db.plan.findFirst({
    where: { shopId, cause: { in: ["first", "policy", "removal"] }, approvedAt: { not: null } },
    orderBy: { id: "desc" },
  });
  return latest !== null && latest.cause !== "removal";
}
