import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopId } from "#app/platform/ids.ts";

/** Any number that nobody else in this database locks by. */
const REFRESH_LOCK = 1_280_332_621;

/** Until the transaction ends nobody else computes this shop's facts, scores or standings. */
export async function lockShop(db: Db, shopId: ShopId): Promise<void> {
  await db.$executeRaw`${shopLock(shopId)}`;
}

/** The same for a connection of its own. */
export function shopLock(shopId: ShopId): Prisma.Sql {
  return Prisma.sql`SELECT pg_advisory_xact_lock(${REFRESH_LOCK}::int, ${shopId}::int)`;
}
