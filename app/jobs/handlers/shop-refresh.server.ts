import { prisma, type Db } from "#app/db.server.ts";
import { requestPlan } from "#app/changes/request-plan.server.ts";
import type { JobPayload } from "#app/jobs/catalogue.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Cause } from "#app/membership/cause.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { ensurePolicy } from "#app/membership/ensure-policy.server.ts";
import { rebuildStandings } from "#app/membership/rebuild-standings.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { dayToDate } from "#app/platform/time.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { rebuildScores } from "#app/value/rebuild-scores.server.ts";
import { noteTouched } from "#app/value/touched.server.ts";

/**
 * Everything that follows from the mirror, anew. Where a policy is in force, all that Shopify then lacks goes
 * into a plan for a person to look at; where there never was one, a ladder is proposed.
 */
export async function shopRefresh({ shopId, cause }: JobPayload<"shop.refresh">): Promise<void> {
  const inForce = await prisma.$transaction(
    async (db) => {
      const shop = await readShop(db, shopId);
      if (cause !== "policy") {
        await rebuildFacts(db, shop);
        await noteTouched(db, shopId, "all");
      }
      await rebuildScores(db, shop);
      await ensurePolicy(db, shop);
      await rebuildStandings(db, shop, await moveCause(db, shopId, cause));
      await db.shop.update({ where: { id: shopId }, data: { rolledTo: dayToDate(shop.today) } });
      await enqueue(db, "value.refresh", { shopId });
      return (await currentPolicy(db, shopId)) !== null;
    },
    { maxWait: 10_000, timeout: 3_600_000 },
  );
  if (inForce) await requestPlan(shopId, { kind: "everything" });
}

async function moveCause(db: Db, shopId: ShopId, cause: JobPayload<"shop.refresh">["cause"]): Promise<Cause> {
  if (cause !== "policy") return { kind: cause };
  const policy = await currentPolicy(db, shopId);
  return policy === null ? { kind: "repair" } : { kind: "policy", version: policy.version };
}
