import { prisma } from "#app/db.server.ts";
import type { Plan } from "#app/generated/prisma/client.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { ASKED_GROUP_KEYS } from "#app/value/rfm/group-key.ts";
import { customerDrafts } from "./customer-drafts.server.ts";
import { groupOfSubject } from "./group-segment.ts";
import { groupSegments } from "./group-segments.server.ts";
import { insertChanges } from "./insert-changes.server.ts";
import { isLive } from "./is-live.server.ts";
import { changeSchema, type ChangeDraft } from "./model.ts";
import { removalChanges } from "./removal-changes.ts";
import { askedGroups, segmentRequest, type SegmentRequest } from "./segment-request.ts";
import { tierChanges } from "./tier-changes.ts";
import { tierStates } from "./tier-states.server.ts";
import { undoChange } from "./undo-change.ts";

/** Manifest rows or changes looked at together: bounds memory. */
const BATCH = 2000;

/**
 * Works out the changes of a plan that was requested and leaves it as a draft for a person to approve. A
 * build that was cut off starts over.
 */
export async function buildPlan(shopId: ShopId, planId: number): Promise<void> {
  const plan = await prisma.plan.findUnique({ where: { shopId_id: { shopId, id: planId } } });
  if (plan?.state !== "building") return;
  await prisma.change.deleteMany({ where: { shopId, planId } });
  for await (const drafts of draftsOf(await readShop(prisma, shopId), plan)) {
    await insertChanges(prisma, shopId, planId, drafts, "draft");
  }
  // Where another segment was asked for meanwhile, the job that this put in the queue builds the plan anew.
  await prisma.$executeRaw`
    UPDATE plan SET state = 'draft'
    WHERE shop_id = ${shopId} AND id = ${planId} AND state = 'building'
      AND segments = ${JSON.stringify(plan.segments)}::jsonb`;
}

function draftsOf(shop: Shop, plan: Plan): AsyncGenerator<ChangeDraft[]> {
  const request = segmentRequest.parse(plan.segments);
  if (plan.cause === "removal") return removal(shop.id);
  if (plan.cause === "segment") return ofSegments(shop, request);
  if (plan.undoes === null) return everything(shop, request);
  return askedGroups(request).length > 0 ? ofSegments(shop, request) : undoing(shop.id, plan.undoes);
}

async function* everything(shop: Shop, request: SegmentRequest): AsyncGenerator<ChangeDraft[]> {
  const policy = await currentPolicy(prisma, shop.id);
  if (policy === null)
    throw new AppError("conflict", `Shop ${shop.id} has no policy in force`, { userMessage: "noPolicy" });
  yield tierChanges(await tierStates(prisma, shop, policy.definition));
  const { segments, drafts } = await groupSegments(prisma, shop, request);
  yield drafts;
  yield* customerDrafts(shop, policy.definition, segments);
}

/**
 * Segments of RFM groups that a person asked for or wants taken away, and the tags that come and go with them: those
 * of Shopify's groups are there anyway. Before a first plan was approved customers carry none: it brings them.
 */
async function* ofSegments(shop: Shop, request: SegmentRequest): AsyncGenerator<ChangeDraft[]> {
  const { segments, drafts } = await groupSegments(prisma, shop, request);
  const asked = askedGroups(request);
  yield drafts.filter(({ subject }) => asked.some((group) => group === groupOfSubject(subject)));
  const tagged = asked.filter((group) => ASKED_GROUP_KEYS.includes(group));
  const policy = await currentPolicy(prisma, shop.id);
  if (tagged.length === 0 || policy === null || !(await isLive(prisma, shop.id))) return;
  for await (const changes of customerDrafts(shop, policy.definition, segments, tagged)) {
    yield changes.filter(({ kind }) => kind === "customer.tags");
  }
}

/** Discounts before the segments they hang on, both before the customers; each kind by subject. */
async function* removal(shopId: ShopId): AsyncGenerator<ChangeDraft[]> {
  for (const kind of ["discount", "segment", "tag", "metafield"]) {
    for (let after = ""; ;) {
      const rows = await prisma.manifest.findMany({
        where: { shopId, kind, subject: { gt: after } },
        orderBy: { subject: "asc" },
        take: BATCH,
      });
      const last = rows.at(-1);
      if (last === undefined) break;
      yield removalChanges(rows);
      after = last.subject;
    }
  }
}

async function* undoing(shopId: ShopId, undone: number): AsyncGenerator<ChangeDraft[]> {
  for (let after = 0n; ;) {
    const rows = await prisma.change.findMany({
      where: { shopId, planId: undone, state: "applied", id: { gt: after } },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    const written = await prisma.manifest.findMany({
      where: { shopId, kind: { in: ["segment", "discount"] } },
    });
    yield rows.map((row) => undoChange(changeSchema.parse(row), written));
    after = last.id;
  }
}
