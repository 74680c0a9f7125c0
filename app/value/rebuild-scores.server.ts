import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, type CustomerId } from "#app/platform/ids.ts";
import { freshScores } from "./fresh-scores.server.ts";
import { lockShop } from "./lock-shop.server.ts";
import { refreshScores } from "./refresh-scores.server.ts";

/**
 * Cuts the shop's customers anew into fifths (`rfm/score.ts` in SQL) and scores everyone by it. Returns those
 * who were in another group before. To be called in a transaction.
 */
export async function rebuildScores(db: Db, shop: Shop): Promise<CustomerId[]> {
  await lockShop(db, shop.id);
  await db.$executeRaw`DELETE FROM score_cut WHERE shop_id = ${shop.id}`;
  await db.$executeRaw`
    WITH value AS (
      SELECT metric.name, metric.value, count(*) AS customers
      FROM facts CROSS JOIN LATERAL (VALUES
        ('recency', (last_day - DATE '1970-01-01')::bigint), ('frequency', frequency::bigint), ('monetary', net_minor)
      ) AS metric (name, value)
      WHERE shop_id = ${shop.id} AND frequency > 0
      GROUP BY metric.name, metric.value
    ), scored AS (
      SELECT name, value, 1 + div(5 * (sum(customers) OVER (PARTITION BY name ORDER BY value) - customers),
        sum(customers) OVER (PARTITION BY name)) AS score
      FROM value
    )
    INSERT INTO score_cut (shop_id, metric, score, "from")
    SELECT ${shop.id}, name, score, min(value) FROM scored GROUP BY name, score`;
  const regrouped = await db.$queryRaw<{ customer_id: bigint }[]>`
    SELECT fresh.customer_id
    FROM (${freshScores(shop, "all")}) fresh JOIN score USING (shop_id, customer_id)
    WHERE score."group" <> fresh."group"
    ORDER BY fresh.customer_id`;
  await refreshScores(db, shop, "all");
  return regrouped.map((row) => toCustomerId(row.customer_id));
}
