import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, addMonths, type Day } from "#app/platform/time.ts";
import { paretoCurve } from "./pareto-curve.server.ts";
import type { Report } from "./report.ts";

/** How far back the figures stand that a page compares with. */
const TREND_DAYS = 30;

const ratio = z.object({ part: z.number(), whole: z.number() });

/** What the figures of one day are made of: each is a part of a whole. */
const figuresSchema = z.object({
  /** Customers whose first purchase lies at least 30 (90) days back; those who bought on a later day within them. */
  repurchase30: ratio,
  repurchase90: ratio,
  /**
   * Retention rate: retained customers of those at risk (Farris, Bendle, Pfeifer & Reibstein 2010, "Marketing
   * Metrics"). At risk is who bought in the 7 (30) days before the last 7 (30), retained who bought in these, too.
   */
  retention7: ratio,
  retention30: ratio,
  /** Of the last 30 days: net spend of all orders; of those after each customer's first day of purchase. */
  orderValue: ratio,
  repeatRevenue: ratio,
  /** Customers of the last 30 days; those whose first purchase lies before. */
  returningCustomers: ratio,
  /** Of the last 12 months: orders and customers; net spend of the top fifth of the customers and of all. */
  ordersPerCustomer: ratio,
  topFifth: ratio,
});

export type Figures = z.infer<typeof figuresSchema>;

const schema = z.object({
  today: z.string(),
  now: figuresSchema,
  /** As the same figures would have read that many days ago, with all that is known today. */
  trendDays: z.number(),
  before: figuresSchema,
});

export type ShopFigures = z.infer<typeof schema>;

/** The key figures of the whole shop, today and 30 days ago. */
export const shopFiguresReport: Report<ShopFigures> = {
  kind: "shop-figures",
  schema,
  make: async (db, shop) => ({
    today: shop.today,
    now: await figuresAt(db, shop, shop.today),
    trendDays: TREND_DAYS,
    before: await figuresAt(db, shop, addDays(shop.today, -TREND_DAYS)),
  }),
};

async function figuresAt(db: Db, shop: Shop, day: Day): Promise<Figures> {
  const yearStart = addDays(addMonths(day, -12), 1);
  const year = await paretoCurve(db, shop, { from: yearStart, until: day });
  const [row] = await db.$queryRaw<{ figures: object }[]>`
    WITH at AS (SELECT ${day}::date AS day),
    seconds AS (
      SELECT f.first_day, min(p.day) AS second_day
      FROM facts f LEFT JOIN purchase p
        ON p.shop_id = f.shop_id AND p.customer_id = f.customer_id AND p.day > f.first_day
      WHERE f.shop_id = ${shop.id} AND f.first_day <= ${addDays(day, -30)}::date
      GROUP BY f.customer_id, f.first_day
    ),
    again AS (
      SELECT count(*) AS whole30, count(*) FILTER (WHERE second_day <= first_day + 30) AS part30,
        count(*) FILTER (WHERE first_day <= day - 90) AS whole90,
        count(*) FILTER (WHERE first_day <= day - 90 AND second_day <= first_day + 90) AS part90
      FROM seconds, at
    ),
    recent AS (
      SELECT f.first_day, p.customer_id, bool_or(p.day > at.day - 7) AS last7,
        bool_or(p.day > at.day - 14 AND p.day <= at.day - 7) AS before7,
        bool_or(p.day > at.day - 30) AS last30, bool_or(p.day <= at.day - 30) AS before30,
        count(*) FILTER (WHERE p.day > at.day - 30) AS orders,
        sum(gross_minor - refunded_minor) FILTER (WHERE p.day > at.day - 30) AS net,
        sum(gross_minor - refunded_minor) FILTER (WHERE p.day > at.day - 30 AND p.day > f.first_day) AS repeat_net
      FROM at, purchase p JOIN facts f ON f.shop_id = p.shop_id AND f.customer_id = p.customer_id
      WHERE p.shop_id = ${shop.id} AND p.day > at.day - 60 AND p.day <= at.day
      GROUP BY p.customer_id, f.first_day
    ),
    bought AS (
      SELECT count(*) FILTER (WHERE before7) AS risk7, count(*) FILTER (WHERE before7 AND last7) AS kept7,
        count(*) FILTER (WHERE before30) AS risk30, count(*) FILTER (WHERE before30 AND last30) AS kept30,
        coalesce(sum(orders), 0) AS orders, coalesce(sum(net), 0) AS net,
        coalesce(sum(repeat_net), 0) AS repeat_net,
        count(*) FILTER (WHERE last30) AS customers,
        count(*) FILTER (WHERE last30 AND first_day <= at.day - 30) AS returned
      FROM recent, at
    )
    SELECT json_build_object(
      'repurchase30', json_build_object('part', part30, 'whole', whole30),
      'repurchase90', json_build_object('part', part90, 'whole', whole90),
      'retention7', json_build_object('part', kept7, 'whole', risk7),
      'retention30', json_build_object('part', kept30, 'whole', risk30),
      'orderValue', json_build_object('part', net, 'whole', orders),
      'repeatRevenue', json_build_object('part', repeat_net, 'whole', net),
      'returningCustomers', json_build_object('part', returned, 'whole', customers),
      'ordersPerCustomer', json_build_object('part', (SELECT count(*) FROM purchase
        WHERE shop_id = ${shop.id} AND day BETWEEN ${yearStart}::date AND ${day}::date), 'whole', ${year.customers}::int)
    ) AS figures FROM again, bought`;
  return figuresSchema.parse({
    ...row?.figures,
    topFifth: { part: year.pointsMinor[20], whole: year.netMinor },
  });
}
