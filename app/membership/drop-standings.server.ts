import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { inScope, type Scope } from "#app/value/scope.server.ts";

/** Takes the standings of customer records away that were deleted or merged into another. */
export async function dropStandings(db: Db, shop: Shop, scope: Scope): Promise<void> {
  await db.$executeRaw`
    DELETE FROM standing WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}
      AND NOT EXISTS (SELECT FROM customer c WHERE c.shop_id = standing.shop_id AND c.id = standing.customer_id
        AND c.deleted_at IS NULL AND c.merged_into IS NULL)`;
}
