import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { CohortCell } from "#app/insights/cohort-forecast.ts";
import type { Month } from "#app/insights/months.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";

const rows = z.array(
  z.object({
    cohort: z.string(),
    month: z.string(),
    orders: z.number(),
    netMinor: z.number(),
    customers: z.number(),
    /** Customers whose second day of purchase lies in the month. */
    secondDays: z.number(),
  }),
);

/** What the cohorts of these months did in each month from their first: cohort → cells, oldest first. */
export async function cohortCells(
  db: Db,
  shop: Shop,
  months: readonly Month[],
): Promise<Map<string, CohortCell[]>> {
  const [row] = await db.$queryRaw<{ cells: unknown }[]>`
    WITH bought AS (
      SELECT f.customer_id, date_trunc('month', f.first_day) AS cohort, date_trunc('month', p.day) AS month,
        count(*) AS orders, sum(gross_minor - refunded_minor) AS net, bool_or(p.day > f.first_day) AS again
      FROM facts f JOIN purchase p ON p.shop_id = f.shop_id AND p.customer_id = f.customer_id
      WHERE f.shop_id = ${shop.id} AND f.first_day >= ${months[0]?.from ?? shop.today}::date
      GROUP BY 1, 2, 3
    ),
    marked AS (
      SELECT *, again AND month = min(month) FILTER (WHERE again) OVER (PARTITION BY customer_id) AS second
      FROM bought
    ),
    cells AS (
      SELECT to_char(cohort, 'YYYY-MM') AS cohort, to_char(month, 'YYYY-MM') AS month, sum(orders) AS orders,
        sum(net) AS net, count(*) AS customers, count(*) FILTER (WHERE second) AS second_days
      FROM marked GROUP BY 1, 2
    )
    SELECT json_agg(json_build_object('cohort', cohort, 'month', month, 'orders', orders, 'netMinor', net,
      'customers', customers, 'secondDays', second_days)) AS cells FROM cells`;
  const found = Map.groupBy(rows.parse(row?.cells ?? []), ({ cohort }) => cohort);
  return new Map(
    months.map(({ month: cohort }, start) => {
      const byMonth = new Map(found.get(cohort)?.map((each) => [each.month, each]));
      let returned = 0;
      const cells = months.slice(start).map(({ month }) => {
        const { orders, netMinor, customers, secondDays } = byMonth.get(month) ?? NOTHING;
        returned += secondDays;
        return { orders, netMinor, customers, returned };
      });
      return [cohort, cells];
    }),
  );
}

const NOTHING = { orders: 0, netMinor: 0, customers: 0, secondDays: 0 } as const;
