import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Gaps } from "./rhythm.ts";

/** The gaps between days of purchase, and from the last one to today; equal ones counted, so that they stay few. */
export async function readGaps(db: Db, shop: Shop): Promise<Gaps[]> {
  return db.$queryRaw<Gaps[]>`
    SELECT least(nth, 3)::int AS nth, days, open, count(*)::int AS customers
    FROM (
      SELECT row_number() OVER life AS nth, coalesce(lead(day) OVER life, ${shop.today}::date) - day AS days,
        lead(day) OVER life IS NULL AS open
      FROM (
        SELECT DISTINCT customer_id, day FROM purchase WHERE shop_id = ${shop.id} AND day <= ${shop.today}::date
      ) bought
      WINDOW life AS (PARTITION BY customer_id ORDER BY day)
    ) gaps
    GROUP BY 1, 2, 3`;
}
