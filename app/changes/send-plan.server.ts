import { prisma } from "#app/db.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import { now } from "#app/platform/clock.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { adminClient, type AdminClient } from "#app/shopify/admin-client.server.ts";
import { finishPlan } from "./finish-plan.server.ts";
import { segmentState } from "./model.ts";
import { movePlan } from "./move-plan.server.ts";
import { BULK_FROM } from "./pace.ts";
import { sendDiscount } from "./send-discount.server.ts";
import { sendFewCustomers } from "./send-few-customers.server.ts";
import { sendManyStandings, sendManyTags } from "./send-many-customers.server.ts";
import { sendSegment } from "./send-segment.server.ts";
import { settleChanges } from "./settle-changes.server.ts";
import { sortOutMany } from "./sort-out-many.server.ts";
import { takeChanges } from "./take-changes.server.ts";

/** Changes of one bulk mutation: far below Shopify's 100 MB of variables. */
const BULK_BATCH = 20_000;
const FEW_BATCH = 25;

/**
 * Sends a plan's approved changes: segments and discounts first, then customers, few one by one and many in
 * bulk. Stops between two batches when the plan is paused or cancelled; goes on where a killed worker stopped.
 * @throws RetryableError where Shopify is busy: the job comes back and goes on.
 */
export async function sendPlan(shopId: ShopId, planId: number): Promise<void> {
  const started = await movePlan(prisma, shopId, planId, "sending");
  if (!started && !(await isSending(shopId, planId))) return;
  const shop = await readShop(prisma, shopId);
  const client = adminClient(shop.domain);
  await sendTiers(client, shopId, planId);
  const waiting = await prisma.change.count({
    where: { shopId, planId, state: { in: ["approved", "sending"] }, kind: { startsWith: "customer." } },
  });
  if (waiting >= BULK_FROM) await sendMany(client, shopId, planId);
  else await sendFew(client, shopId, planId);
  await finishPlan(shopId, planId);
}

async function sendTiers(client: AdminClient, shopId: ShopId, planId: number): Promise<void> {
  // A discount that ends must go before its segment; one that starts needs its segment first.
  const ending = await takeChanges(prisma, shopId, planId, "discount", { after: 0n, limit: 100 });
  for (const change of ending.filter(({ after }) => after === null)) {
    await settleChanges(prisma, shopId, [await sendDiscount(client, change, undefined, now().toISOString())]);
  }
  for (const change of await takeChanges(prisma, shopId, planId, "segment", { after: 0n, limit: 100 })) {
    await settleChanges(prisma, shopId, [await sendSegment(client, change)]);
  }
  for (const change of await takeChanges(prisma, shopId, planId, "discount", { after: 0n, limit: 100 })) {
    const segment = await segmentGid(shopId, change.subject);
    await settleChanges(prisma, shopId, [await sendDiscount(client, change, segment, now().toISOString())]);
  }
}

async function segmentGid(shopId: ShopId, tierKey: string): Promise<string | undefined> {
  const row = await prisma.manifest.findUnique({
    where: { shopId_kind_subject: { shopId, kind: "segment", subject: tierKey } },
  });
  return row === null ? undefined : segmentState.parse(row.value).gid;
}

async function sendFew(client: AdminClient, shopId: ShopId, planId: number): Promise<void> {
  for (const kind of ["customer.tags", "customer.standing"] as const) {
    for (let after = 0n; await isSending(shopId, planId);) {
      const changes = await takeChanges(prisma, shopId, planId, kind, { after, limit: FEW_BATCH });
      const last = changes.at(-1);
      if (last === undefined) break;
      await sendFewCustomers(client, shopId, changes);
      after = last.id;
    }
  }
}

async function sendMany(client: AdminClient, shopId: ShopId, planId: number): Promise<void> {
  await sortOutMany(client, shopId, planId);
  for (let after = 0n; await isSending(shopId, planId);) {
    const changes = await takeChanges(prisma, shopId, planId, "customer.tags", { after, limit: BULK_BATCH });
    const last = changes.at(-1);
    if (last === undefined) break;
    await sendManyTags(client, shopId, changes);
    after = last.id;
  }
  for (let after = 0n; await isSending(shopId, planId);) {
    const changes = await takeChanges(prisma, shopId, planId, "customer.standing", {
      after,
      limit: BULK_BATCH,
    });
    const last = changes.at(-1);
    if (last === undefined) break;
    await sendManyStandings(client, shopId, changes);
    after = last.id;
  }
}

async function isSending(shopId: ShopId, planId: number): Promise<boolean> {
  return (await prisma.plan.count({ where: { shopId, id: planId, state: "sending" } })) === 1;
}
