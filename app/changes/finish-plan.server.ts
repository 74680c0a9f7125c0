import { prisma } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { followGroups } from "./follow-groups.server.ts";
import { askedGroups, segmentRequest } from "./segment-request.ts";

/**
 * Ends a plan that was being sent. Changes that were added to it in the meantime are sent by a job of their
 * own; one that was paused or cancelled stays as it is.
 */
export async function finishPlan(shopId: ShopId, planId: number): Promise<void> {
  await prisma.$transaction(
    async (db) => {
      // The lock makes whoever adds changes to the plan wait until it is decided.
      await db.$queryRaw`SELECT 1 FROM plan WHERE shop_id = ${shopId} AND id = ${planId} FOR UPDATE`;
      const left = await db.change.count({
        where: { shopId, planId, state: { in: ["approved", "sending"] } },
      });
      const [plan] = await db.plan.updateManyAndReturn({
        where: { shopId, id: planId, state: "sending" },
        data: left > 0 ? { state: "approved" } : { state: "done", finishedAt: new Date() },
      });
      if (plan === undefined) return;
      if (left > 0) await enqueue(db, "plan.send", { shopId, planId });
      // Who came into a group while its segment waited for approval or was written is not in the plan.
      else if (askedGroups(segmentRequest.parse(plan.segments)).length > 0)
        await followGroups(db, await readShop(db, shopId));
    },
    { timeout: 120_000 },
  );
}
