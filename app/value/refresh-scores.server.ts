import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { freshScores } from "./fresh-scores.server.ts";
import { inScope, type Scope } from "./scope.server.ts";

/** Scores customers by the shop's stored cuts; takes the scores of those without a purchase away. */
export async function refreshScores(db: Db, shop: Shop, scope: Scope): Promise<void> {
  await db.$executeRaw`
    DELETE FROM score WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}
      AND NOT EXISTS (SELECT FROM facts f WHERE f.shop_id = score.shop_id
        AND f.customer_id = score.customer_id AND f.frequency > 0)`;
  await db.$executeRaw`
    INSERT INTO score (shop_id, customer_id, recency, frequency, monetary, "group")
    ${freshScores(shop, scope)}
    ON CONFLICT (shop_id, customer_id) DO UPDATE SET recency = EXCLUDED.recency,
      frequency = EXCLUDED.frequency, monetary = EXCLUDED.monetary, "group" = EXCLUDED."group"
    WHERE (score.recency, score.frequency, score.monetary, score."group")
      IS DISTINCT FROM (EXCLUDED.recency, EXCLUDED.frequency, EXCLUDED.monetary, EXCLUDED."group")`;
}
