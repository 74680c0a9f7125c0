import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { toCustomerId, type CustomerId, type ShopId } from "#app/platform/ids.ts";
import { lockShop } from "./lock-shop.server.ts";
import type { Scope } from "./scope.server.ts";

/** Stands for everybody: no customer has this number. */
const EVERYBODY = 0;

/**
 * What follows from everybody's facts is worked out without a lock, as orders go on coming in. From here on it is
 * noted who is brought up to date: what was worked out of them before is not to be written.
 */
export async function forgetTouched(db: Db, shopId: ShopId): Promise<void> {
  await lockShop(db, shopId);
  await db.$executeRaw`DELETE FROM touched WHERE shop_id = ${shopId}`;
}

/** Notes that these customers, or all, are brought up to date. To be called in the transaction that does so. */
export async function noteTouched(db: Db, shopId: ShopId, scope: Scope): Promise<void> {
  const ids = scope === "all" ? [String(EVERYBODY)] : scope.map(String);
  await db.$executeRaw`
    INSERT INTO touched (shop_id, customer_id) SELECT DISTINCT ${shopId}::int, unnest(${ids}::bigint[])
    ON CONFLICT DO NOTHING`;
}

/**
 * Who was touched since they were last forgotten; until the transaction ends nobody else is. Nobody where everybody
 * was: all will be worked out anew.
 */
export async function lockTouched(db: Db, shopId: ShopId): Promise<CustomerId[]> {
  await lockShop(db, shopId);
  const rows = await db.$queryRaw<{ customer_id: bigint }[]>`
    SELECT customer_id FROM touched WHERE shop_id = ${shopId} ${notEverybody(shopId)}`;
  return rows.map((row) => toCustomerId(row.customer_id));
}

/** The condition that leaves out who was touched, or erased meanwhile; to stand after another condition. */
export function isUntouched(shopId: ShopId, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    ${notEverybody(shopId)}
    AND NOT EXISTS (SELECT FROM touched WHERE touched.shop_id = ${shopId} AND touched.customer_id = ${column})
    AND EXISTS (SELECT FROM customer WHERE customer.shop_id = ${shopId} AND customer.id = ${column})`;
}

function notEverybody(shopId: ShopId): Prisma.Sql {
  return Prisma.sql`
    AND NOT EXISTS (SELECT FROM touched e WHERE e.shop_id = ${shopId} AND e.customer_id = ${EVERYBODY}::bigint)`;
}
