import type { Db } from "#app/db.server.ts";
import type { Plan } from "#app/generated/prisma/client.ts";
import type { ShopId } from "#app/platform/ids.ts";

/** The newest plan that no person has decided yet and that can take a segment more. */
export async function waitingPlan(db: Db, shopId: ShopId): Promise<Plan | undefined> {
  const plan = await db.plan.findFirst({
    where: {
      shopId,
      state: { in: ["building", "draft"] },
      cause: { in: ["first", "policy", "settings", "segment"] },
    },
    orderBy: { id: "desc" },
  });
  return plan ?? undefined;
}
