import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, dayToDate } from "#app/platform/time.ts";
import type { Report } from "./report.ts";

const schema = z.object({
  /** Customers with a standing, and those above the lowest tier; their net spend in the window. */
  customers: z.number(),
  members: z.number(),
  windowMinor: z.number(),
  membersMinor: z.number(),
  /** Customers whose tier ends within 30 days. */
  ending: z.number(),
  buyers: z.number(),
  repeatBuyers: z.number(),
  /** Moves of the last 30 days that customers made themselves. */
  rose: z.number(),
  fell: z.number(),
  tiers: z.array(z.object({ tier: z.string(), customers: z.number(), spendMinor: z.number() })),
  /** Rows that Laurel keeps of the shop. */
  kept: z.object({ customers: z.number(), orders: z.number(), products: z.number() }),
});

/** Sums over all of the shop's customers. */
export type HomeFigures = z.infer<typeof schema>;

export const homeReport: Report<HomeFigures> = { kind: "home", schema, make };

async function make(db: Db, shop: Shop): Promise<HomeFigures> {
  const since = dayToDate(addDays(shop.today, -30));
  const until = dayToDate(addDays(shop.today, 30));
  const [row] = await db.$queryRaw<{ figures: unknown }[]>`
    WITH tiers AS (
      SELECT tier, count(*) AS customers, count(*) FILTER (WHERE rank > 0) AS members,
        sum(spend_minor) AS spend_minor, coalesce(sum(spend_minor) FILTER (WHERE rank > 0), 0) AS members_minor,
        count(*) FILTER (WHERE valid_until < ${until}::date) AS ending
      FROM standing WHERE shop_id = ${shop.id} GROUP BY tier
    ), bought AS (
      SELECT count(*) FILTER (WHERE frequency > 0) AS buyers, count(*) FILTER (WHERE frequency > 1) AS repeat_buyers
      FROM facts WHERE shop_id = ${shop.id}
    ), moved AS (
      SELECT count(*) FILTER (WHERE cause->>'kind' IN ('order', 'merge')) AS rose,
        count(*) FILTER (WHERE cause->>'kind' IN ('refund', 'cancelled', 'left_window')) AS fell
      FROM tier_move WHERE shop_id = ${shop.id} AND day >= ${since}::date
    )
    SELECT json_build_object(
      'customers', coalesce(sum(customers), 0), 'members', coalesce(sum(members), 0),
      'windowMinor', coalesce(sum(spend_minor), 0), 'membersMinor', coalesce(sum(members_minor), 0),
      'ending', coalesce(sum(ending), 0),
      'buyers', (SELECT buyers FROM bought), 'repeatBuyers', (SELECT repeat_buyers FROM bought),
      'rose', (SELECT rose FROM moved), 'fell', (SELECT fell FROM moved),
      'tiers', coalesce(json_agg(json_build_object('tier', tier, 'customers', customers, 'spendMinor', spend_minor)), '[]'),
      'kept', json_build_object(
        'customers', (SELECT count(*) FROM customer WHERE shop_id = ${shop.id} AND deleted_at IS NULL),
        'orders', (SELECT count(*) FROM "order" WHERE shop_id = ${shop.id} AND deleted_at IS NULL),
        'products', (SELECT count(*) FROM product WHERE shop_id = ${shop.id} AND deleted_at IS NULL))
    ) AS figures FROM tiers`;
  return schema.parse(row?.figures);
}
