import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Day } from "#app/platform/time.ts";

export const paretoCurveSchema = z.object({
  /** Customers with a purchase in the span, and their net spend in it. */
  customers: z.number(),
  netMinor: z.number(),
  /**
   * At 0, 1 … 100: the net spend of so many percent of the customers, the highest spend first. Where the percentage
   * cuts a customer, the part of her spend.
   */
  pointsMinor: z.array(z.number()),
  /**
   * Gini coefficient of net spend, from 0 (all the same) to 1: Σ (2i - n - 1) xᵢ / (n Σ xᵢ) over customers in
   * ascending order of spend x (Sen 1973, "On Economic Inequality"). 0 where there is no money.
   */
  gini: z.number(),
  /** The fewest customers who bring at least 80 % of it. */
  customersFor80: z.number(),
  /** Tenths of the customers, the highest spend first; a tenth may have one customer more than another. */
  deciles: z.array(z.object({ customers: z.number(), netMinor: z.number(), leastMinor: z.number() })),
});

export type ParetoCurve = z.infer<typeof paretoCurveSchema>;

/** How net spend from `from` to `until` is spread over the customers who bought then. `from` null: since ever. */
export async function paretoCurve(
  db: Db,
  shop: Shop,
  { from, until }: { from: Day | null; until: Day },
): Promise<ParetoCurve> {
  const [row] = await db.$queryRaw<{ curve: unknown }[]>`
    WITH spent AS (
      SELECT customer_id, sum(gross_minor - refunded_minor) AS net FROM purchase
      WHERE shop_id = ${shop.id} AND day <= ${until}::date AND (${from}::date IS NULL OR day >= ${from}::date)
      GROUP BY customer_id
    ),
    ranked AS (
      SELECT net, row_number() OVER upwards AS place, count(*) OVER () AS customers,
        sum(net) OVER upwards AS reached, sum(net) OVER () AS total
      FROM spent WINDOW upwards AS (ORDER BY net DESC, customer_id ROWS UNBOUNDED PRECEDING)
    ),
    whole AS (
      SELECT count(*) AS customers, coalesce(sum(net), 0) AS total,
        coalesce(sum((customers - 2 * place + 1) * net) / nullif(count(*) * sum(net), 0), 0) AS gini,
        coalesce(min(place) FILTER (WHERE total > 0 AND reached * 5 >= total * 4), 0) AS for80
      FROM ranked
    ),
    points AS (
      SELECT percent, coalesce(r.reached - r.net * (r.place - percent * w.customers / 100.0), 0) AS minor
      FROM generate_series(0, 100) percent CROSS JOIN whole w
      LEFT JOIN ranked r ON r.place = ceil(percent * w.customers / 100.0)::bigint
    ),
    deciles AS (
      SELECT ceil(place * 10.0 / customers) AS decile, count(*) AS customers, sum(net) AS net, min(net) AS least
      FROM ranked GROUP BY 1
    )
    SELECT json_build_object('customers', customers, 'netMinor', total, 'gini', gini, 'customersFor80', for80,
      'pointsMinor', (SELECT json_agg(minor ORDER BY percent) FROM points),
      'deciles', (SELECT coalesce(json_agg(json_build_object('customers', customers, 'netMinor', net,
        'leastMinor', least) ORDER BY decile), '[]') FROM deciles)) AS curve
    FROM whole`;
  return paretoCurveSchema.parse(row?.curve);
}
