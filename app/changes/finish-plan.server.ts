import { prisma } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { ShopId } from "#app/platform/ids.ts";

/**
 * Ends a plan that was being sent. Changes that were added to it in the meantime are sent by a job of their
 * own; one that was paused or cancelled stays as it is.
 */
export async function finishPlan(shopId: ShopId, planId: number): Promise<void> {
  await prisma.$transaction(async (db) => {
    // The lock makes whoever adds changes to the plan wait until it is decided.
    await db.$queryRaw`SELECT 1 FROM plan WHERE shop_id = ${shopId} AND id = ${planId} FOR UPDATE`;
    const left = await db.change.count({ where: { shopId, planId, state: { in: ["approved", "sending"] } } });
    const { count } = await db.plan.updateMany({
      where: { shopId, id: planId, state: "sending" },
      data: left > 0 ? { state: "approved" } : { state: "done", finishedAt: new Date() },
    });
    if (count === 1 && left > 0) await enqueue(db, "plan.send", { shopId, planId });
  });
}
