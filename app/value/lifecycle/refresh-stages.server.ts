import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { lockShop } from "../lock-shop.server.ts";
import { inScope, type Scope } from "../scope.server.ts";
import { freshStages } from "./fresh-stages.server.ts";
import { readRhythm } from "./read-rhythm.server.ts";

/** Models in which a customer can leave: of no other does P(alive) say anything. */
const DROPOUT_MODELS = ["bgnbd", "mbgnbd", "paretonbd"];

/**
 * Brings the stages of customers in scope up to their purchases and P(alive); takes away those of deleted and
 * merged records. Before the shop's rhythm was first taken there are none. To be called in a transaction.
 */
export async function refreshStages(db: Db, shop: Shop, scope: Scope): Promise<void> {
  await lockShop(db, shop.id);
  const kept = await readRhythm(db, shop.id);
  if (kept === null) return;
  const look = { on: shop.today, alive: await hasDropoutModel(db, shop.id) };
  await db.$executeRaw`
    DELETE FROM customer_stage WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}
      AND NOT EXISTS (SELECT FROM customer c WHERE c.shop_id = customer_stage.shop_id
        AND c.id = customer_stage.customer_id AND c.deleted_at IS NULL AND c.merged_into IS NULL)`;
  await db.$executeRaw`
    INSERT INTO customer_stage (shop_id, customer_id, stage, since, previous, reason)
    ${freshStages(shop, scope, kept.rhythm, look)}
    ON CONFLICT (shop_id, customer_id) DO UPDATE SET stage = EXCLUDED.stage, since = EXCLUDED.since,
      previous = EXCLUDED.previous, reason = EXCLUDED.reason
    WHERE (customer_stage.stage, customer_stage.since, customer_stage.previous, customer_stage.reason)
      IS DISTINCT FROM (EXCLUDED.stage, EXCLUDED.since, EXCLUDED.previous, EXCLUDED.reason)`;
}

/** Does P(alive) of the newest model tell whether a customer has left? */
async function hasDropoutModel(db: Db, shopId: ShopId): Promise<boolean> {
  const newest = await db.clvModel.findFirst({
    where: { shopId },
    orderBy: { id: "desc" },
    select: { model: true },
  });
  return DROPOUT_MODELS.some((model) => model === newest?.model);
}
