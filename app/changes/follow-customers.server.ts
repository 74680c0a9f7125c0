import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { startOfDay } from "#app/platform/time.ts";
import { customerChanges } from "./customer-changes.ts";
import { customerStates } from "./customer-states.server.ts";
import { insertChanges } from "./insert-changes.server.ts";
import { isLive } from "./is-live.server.ts";
import { knownTags } from "./known-tags.ts";
import { writtenGroupSegments } from "./written-group-segments.server.ts";

/**
 * After some customers' standing or group changed: puts what Shopify should now get into today's plan, and
 * sends it unless the shop reviews every change. Does nothing before a person approved a first plan. To be
 * called in a transaction.
 */
export async function followCustomers(db: Db, shop: Shop, customerIds: readonly CustomerId[]): Promise<void> {
  if (customerIds.length === 0 || !(await isLive(db, shop.id))) return;
  const policy = await currentPolicy(db, shop.id);
  if (policy === null) return;
  const segments = [...(await writtenGroupSegments(db, shop.id)).keys()];
  const known = knownTags(policy.definition, shop.settings, segments);
  const states = await customerStates(db, shop, customerIds, segments);
  const drafts = states.flatMap((state) => customerChanges(state, known));
  if (drafts.length === 0) return;
  const automatic = shop.settings.writeBack === "automatic";
  const planId = await todaysPlan(db, shop, automatic);
  await insertChanges(db, shop.id, planId, drafts, automatic ? "approved" : "draft");
  if (automatic) await enqueue(db, "plan.send", { shopId: shop.id, planId });
}

/** The plan of the shop's day, made at its first change, ready to take more. */
async function todaysPlan(db: Db, shop: Shop, automatic: boolean): Promise<number> {
  const since = startOfDay(shop.today, shop.timeZone);
  const states = automatic ? ["approved", "sending", "done"] : ["draft"];
  const [open] = await db.$queryRaw<{ id: number; state: string }[]>`
    SELECT id, state FROM plan
    WHERE shop_id = ${shop.id} AND cause = 'follow' AND created_at >= ${since} AND state = ANY (${states})
    ORDER BY id DESC LIMIT 1 FOR UPDATE`;
  if (open === undefined) {
    const data = {
      shopId: shop.id,
      cause: "follow",
      ...(automatic ? { state: "approved", approvedAt: new Date() } : { state: "draft" }),
    };
    return (await db.plan.create({ data })).id;
  }
  if (open.state === "done") {
    await db.plan.update({
      where: { shopId_id: { shopId: shop.id, id: open.id } },
      data: { state: "approved", finishedAt: null },
    });
  }
  return open.id;
}
