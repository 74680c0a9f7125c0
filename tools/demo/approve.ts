import { setTimeout as sleep } from "node:timers/promises";
import { approvePlan } from "#app/changes/approve-plan.server.ts";
import { pool, prisma } from "#app/db.server.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { publishPolicy } from "#app/membership/publish-policy.server.ts";
import { toShopId, type ShopId } from "#app/platform/ids.ts";

/**
 * Does what a merchant does on her first day, without a person: waits for the import, publishes the proposed
 * ladder, approves the plan, waits until all is written. Needs the app's environment, and a running worker.
 */
const WAIT_MINUTES = 15;

const shopId = await until("the shop to install the app", async () => {
  const shop = await prisma.shop.findFirst({ where: { uninstalledAt: null } });
  return shop === null ? undefined : toShopId(shop.id);
});
say("Reading the history …");
await until("the history to be read", async () => {
  const latest = await prisma.import.findFirst({ where: { shopId }, orderBy: { id: "desc" } });
  return latest?.state === "done" ? true : undefined;
});
await until("a ladder to be proposed", () => publishDraft(shopId));
const planId = await until("a plan to be worked out", () => waitingPlan(shopId));
if (planId !== "live") {
  say("Writing to Shopify …");
  await approvePlan(shopId, planId);
  await until("the plan to be written", async () => {
    const plan = await prisma.plan.findUnique({ where: { shopId_id: { shopId, id: planId } } });
    return plan?.state === "done" ? true : undefined;
  });
}
await prisma.$disconnect();
await pool.end();

async function publishDraft(id: ShopId): Promise<true | undefined> {
  if ((await currentPolicy(prisma, id)) !== null) return true;
  const drafts = await prisma.policy.count({ where: { shopId: id, effectiveFrom: null } });
  if (drafts === 0) return undefined;
  await prisma.$transaction((db) => publishPolicy(db, id));
  return true;
}

/** The draft that waits for approval; "live" where an earlier run of the demo has approved one. */
async function waitingPlan(id: ShopId): Promise<number | "live" | undefined> {
  const draft = await prisma.plan.findFirst({
    where: { shopId: id, state: "draft" },
    orderBy: { id: "desc" },
  });
  if (draft !== null) return draft.id;
  const done = await prisma.plan.count({ where: { shopId: id, state: "done" } });
  return done > 0 ? "live" : undefined;
}

async function until<Value>(what: string, look: () => Promise<Value | undefined>): Promise<Value> {
  const end = Date.now() + WAIT_MINUTES * 60_000;
  while (Date.now() < end) {
    const value = await look();
    if (value !== undefined) return value;
    await sleep(250);
  }
  throw new Error(`Waited ${WAIT_MINUTES} minutes for ${what}.`);
}

function say(text: string): void {
  console.error(text);
}
