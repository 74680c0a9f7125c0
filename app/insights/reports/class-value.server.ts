import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Month } from "#app/insights/months.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";

export const classValueSchema = z.object({
  /** The first day of which is known who was in which class; null where it is known of today only. */
  knownSince: z.string().nullable(),
  /** Net spend and customers with a purchase, by month and by the class they were in at the month's end. */
  cells: z.array(
    z.object({ month: z.string(), class: z.string(), netMinor: z.number(), customers: z.number() }),
  ),
});

export type ClassValue = z.infer<typeof classValueSchema>;

/** Where it is told in which class (a tier, a group) customers are and were. */
export type Classes = {
  /** Rows (customer_id, day, nth, from_class, to_class): who came into another class; nth orders those of a day. */
  moves: Prisma.Sql;
  /** Rows (customer_id, class): who is in which today. */
  today: Prisma.Sql;
};

/**
 * Net spend by month and by the customers' classes at its end (today, in the current month). Before anything is
 * known of classes, today's class stands for them.
 */
export async function classValue(
  db: Db,
  shop: Shop,
  months: readonly Month[],
  { moves, today }: Classes,
): Promise<ClassValue> {
  const [row] = await db.$queryRaw<{ value: unknown }[]>`
    WITH moves AS (${moves}),
    today AS (${today}),
    known AS (SELECT min(day) AS since FROM moves),
    spans AS (
      SELECT customer_id, day AS from_day, lead(day) OVER later AS until_day, to_class AS class
      FROM moves WINDOW later AS (PARTITION BY customer_id ORDER BY day, nth)
      UNION ALL
      (SELECT DISTINCT ON (customer_id) customer_id, known.since, day, from_class FROM moves, known
      ORDER BY customer_id, day, nth)
    ),
    spent AS (
      SELECT customer_id, to_char(day, 'YYYY-MM') AS month,
        least((date_trunc('month', day) + interval '1 month - 1 day')::date, ${shop.today}::date) AS month_end,
        sum(gross_minor - refunded_minor) AS net
      FROM purchase
      WHERE shop_id = ${shop.id} AND day BETWEEN ${months[0]?.from ?? shop.today}::date AND ${shop.today}::date
      GROUP BY 1, 2, 3
    ),
    cells AS (
      SELECT spent.month, coalesce(spans.class, today.class) AS class, sum(net) AS net, count(*) AS customers
      FROM spent
      LEFT JOIN spans ON spans.customer_id = spent.customer_id AND spent.month_end >= spans.from_day
        AND (spans.until_day IS NULL OR spent.month_end < spans.until_day)
      LEFT JOIN today ON today.customer_id = spent.customer_id
      GROUP BY 1, 2
    )
    SELECT json_build_object('knownSince', (SELECT since FROM known), 'cells', (
      SELECT coalesce(json_agg(json_build_object('month', month, 'class', class, 'netMinor', net,
        'customers', customers) ORDER BY month, class), '[]') FROM cells WHERE class IS NOT NULL)) AS value`;
  return classValueSchema.parse(row?.value);
}
