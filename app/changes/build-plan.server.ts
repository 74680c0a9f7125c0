import { prisma } from "#app/db.server.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { toCustomerId, type ShopId } from "#app/platform/ids.ts";
import { customerChanges } from "./customer-changes.ts";
import { customerStates } from "./customer-states.server.ts";
import { groupSegmentChange } from "./group-segment.ts";
import { insertChanges } from "./insert-changes.server.ts";
import { knownTags } from "./known-tags.ts";
import { changeSchema, type ChangeDraft } from "./model.ts";
import { movePlan } from "./move-plan.server.ts";
import { removalChanges } from "./removal-changes.ts";
import { tierChanges } from "./tier-changes.ts";
import { tierStates } from "./tier-states.server.ts";
import { undoChange } from "./undo-change.ts";
import { writtenGroupSegments } from "./written-group-segments.server.ts";

/** Customers, manifest rows or changes looked at together: bounds memory. */
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
  await movePlan(prisma, shopId, planId, "draft");
}

function draftsOf(shop: Shop, plan: { cause: string; undoes: number | null }): AsyncGenerator<ChangeDraft[]> {
  if (plan.cause === "removal") return removal(shop.id);
  if (plan.undoes !== null) return undoing(shop.id, plan.undoes);
  return everything(shop);
}

async function* everything(shop: Shop): AsyncGenerator<ChangeDraft[]> {
  const policy = await currentPolicy(prisma, shop.id);
  if (policy === null)
    throw new AppError("conflict", `Shop ${shop.id} has no policy in force`, { userMessage: "noPolicy" });
  yield tierChanges(await tierStates(prisma, shop, policy.definition));
  const segments = await writtenGroupSegments(prisma, shop.id);
  yield [...segments].flatMap(([group, written]) => groupSegmentChange(group, shop.settings, written));
  const known = knownTags(policy.definition, shop.settings);
  for (let after = 0n; ;) {
    const page = await prisma.customer.findMany({
      where: { shopId: shop.id, id: { gt: after }, deletedAt: null, mergedInto: null },
      orderBy: { id: "asc" },
      select: { id: true },
      take: BATCH,
    });
    const last = page.at(-1);
    if (last === undefined) return;
    const states = await customerStates(
      prisma,
      shop,
      page.map(({ id }) => toCustomerId(id)),
    );
    yield states.flatMap((state) => customerChanges(state, known));
    after = last.id;
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
