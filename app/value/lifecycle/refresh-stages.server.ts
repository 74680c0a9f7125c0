import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { lockShop } from "../lock-shop.server.ts";
import { inScope, type Scope } from "../scope.server.ts";
import { isUntouched, lockTouched } from "../touched.server.ts";
import { freshStages } from "./fresh-stages.server.ts";
import { readRhythm } from "./read-rhythm.server.ts";

/** Models in which a customer can leave: of no other does P(alive) say anything. */
const DROPOUT_MODELS = ["bgnbd", "mbgnbd", "paretonbd"];

/**
 * Brings the stages of customers in scope up to their purchases and P(alive); takes away those of deleted and
 * merged records. Before the shop's rhythm was first taken there are none. To be called in a transaction.
 */
export async function refreshStages(db: Db, shop: Shop, scope: Scope): Promise<void> {
  if (scope !== "all") await lockShop(db, shop.id);
  const kept = await readRhythm(db, shop.id);
  if (kept === null) return;
  const look = { on: shop.today, alive: await hasDropoutModel(db, shop.id) };
  const fresh = freshStages(shop, scope, kept.rhythm, look);
  if (scope === "all") await writeAll(db, shop, fresh);
  else await write(db, shop, scope, fresh);
}

/**
 * Works everybody's stage out without a lock, and holds the shop's customers up only while what differs is written.
 * Who was touched meanwhile is looked at again.
 */
async function writeAll(db: Db, shop: Shop, fresh: Prisma.Sql): Promise<void> {
  await db.$executeRaw`SET LOCAL work_mem = '256MB'`;
  // Days of purchase are sorted anyway: to tell equal ones apart by a hash before is work done twice.
  await db.$executeRaw`SET LOCAL enable_hashagg = off`;
  await db.$executeRaw`
    CREATE TEMP TABLE fresh_stage ON COMMIT DROP AS
    SELECT fresh.* FROM (${fresh}) fresh LEFT JOIN customer_stage kept USING (shop_id, customer_id)
    WHERE (${columnsOf("fresh")}) IS DISTINCT FROM (${columnsOf("kept")})`;
  const touched = await lockTouched(db, shop.id);
  const untouched = isUntouched(shop.id, Prisma.sql`customer_id`);
  await write(db, shop, "all", Prisma.sql`SELECT * FROM fresh_stage WHERE true ${untouched}`);
  if (touched.length > 0) await refreshStages(db, await readShop(db, shop.id), touched);
  await db.$executeRaw`DROP TABLE fresh_stage`;
}

async function write(db: Db, shop: Shop, scope: Scope, fresh: Prisma.Sql): Promise<void> {
  await db.$executeRaw`
    INSERT INTO customer_stage (shop_id, customer_id, ${columnsOf()})
    SELECT shop_id, customer_id, ${columnsOf()} FROM (${fresh}) fresh
    ON CONFLICT (shop_id, customer_id) DO UPDATE SET (${columnsOf()}) = (${columnsOf("excluded")})
    WHERE (${columnsOf("customer_stage")}) IS DISTINCT FROM (${columnsOf("excluded")})`;
  await db.$executeRaw`
    DELETE FROM customer_stage WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}
      AND NOT EXISTS (SELECT FROM customer c WHERE c.shop_id = customer_stage.shop_id
        AND c.id = customer_stage.customer_id AND c.deleted_at IS NULL AND c.merged_into IS NULL)`;
}

function columnsOf(table?: string): Prisma.Sql {
  const prefix = table === undefined ? "" : `${table}.`;
  return Prisma.raw(["stage", "since", "previous", "reason"].map((name) => `${prefix}${name}`).join(", "));
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
