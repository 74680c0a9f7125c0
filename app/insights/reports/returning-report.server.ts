import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { monthsFrom, type Month } from "#app/insights/months.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { classValue, classValueSchema, type Classes, type ClassValue } from "./class-value.server.ts";
import { firstPurchaseDay } from "./first-purchase-day.server.ts";
import type { Report } from "./report.ts";

const bought = z.object({ customers: z.number(), orders: z.number(), netMinor: z.number() });

const schema = z.object({
  /** Older months that are not shown. */
  leftOut: z.number(),
  /** The oldest first, without gaps; the last one is not over. */
  months: z.array(
    z.object({
      month: z.string(),
      /** Of customers whose first purchase lies in the month: all that they bought in it. */
      new: bought,
      /** Of customers whose first purchase lies before it. */
      returning: bought,
    }),
  ),
  /** By tier, with the tiers of the ladder in force, the lowest first; null where none is in force. */
  tiers: classValueSchema
    .extend({ classes: z.array(z.object({ key: z.string(), name: z.string() })) })
    .nullable(),
  /** By RFM group. */
  groups: classValueSchema,
});

export type Returning = z.infer<typeof schema>;

/** What new and returning customers bought, month by month, and what the tiers and groups brought. */
export const returningReport: Report<Returning> = {
  kind: "returning",
  schema,
  make: async (db, shop) => {
    const { months, leftOut } = monthsFrom(await firstPurchaseDay(db, shop), shop.today);
    return {
      leftOut,
      months: await newAndReturning(db, shop, months),
      tiers: await valueByTier(db, shop, months),
      groups: await classValue(db, shop, months, groupClasses(shop)),
    };
  },
};

const rows = z.array(bought.extend({ month: z.string(), isNew: z.boolean() }));

async function newAndReturning(db: Db, shop: Shop, months: readonly Month[]): Promise<Returning["months"]> {
  const [row] = await db.$queryRaw<{ rows: unknown }[]>`
    WITH bought AS (
      SELECT to_char(p.day, 'YYYY-MM') AS month, f.first_day >= date_trunc('month', p.day) AS is_new,
        count(DISTINCT p.customer_id) AS customers, count(*) AS orders, sum(gross_minor - refunded_minor) AS net
      FROM purchase p JOIN facts f ON f.shop_id = p.shop_id AND f.customer_id = p.customer_id
      WHERE p.shop_id = ${shop.id} AND p.day >= ${months[0]?.from ?? shop.today}::date
      GROUP BY 1, 2
    )
    SELECT json_agg(json_build_object('month', month, 'isNew', is_new, 'customers', customers, 'orders', orders,
      'netMinor', net)) AS rows FROM bought`;
  const found = rows.parse(row?.rows ?? []);
  const of = (month: string, isNew: boolean) =>
    bought.parse(found.find((each) => each.month === month && each.isNew === isNew) ?? NOTHING);
  return months.map(({ month }) => ({ month, new: of(month, true), returning: of(month, false) }));
}

const NOTHING = { customers: 0, orders: 0, netMinor: 0 } as const;

async function valueByTier(db: Db, shop: Shop, months: readonly Month[]): Promise<Returning["tiers"]> {
  const policy = await currentPolicy(db, shop.id);
  if (policy === null) return null;
  const { tiers } = policy.definition;
  const value: ClassValue = await classValue(db, shop, months, tierClasses(shop, tiers[0]?.key ?? ""));
  return { ...value, classes: tiers.map(({ key, name }) => ({ key, name })) };
}

/** A first standing is no move where it is at the lowest tier: who rose from nothing was there. */
function tierClasses(shop: Shop, lowest: string): Classes {
  return {
    moves: Prisma.sql`
      SELECT customer_id, day, id AS nth, coalesce(from_tier, ${lowest}) AS from_class, to_tier AS to_class
      FROM tier_move WHERE shop_id = ${shop.id}`,
    today: Prisma.sql`SELECT customer_id, tier AS class FROM standing WHERE shop_id = ${shop.id}`,
  };
}

function groupClasses(shop: Shop): Classes {
  return {
    moves: Prisma.sql`
      SELECT customer_id, day, 1 AS nth, from_group AS from_class, to_group AS to_class
      FROM group_move WHERE shop_id = ${shop.id}`,
    today: Prisma.sql`SELECT customer_id, "group" AS class FROM score WHERE shop_id = ${shop.id}`,
  };
}
