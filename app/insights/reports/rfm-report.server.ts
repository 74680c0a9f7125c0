import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { VALUE_GROUPS } from "#app/value/rfm/value-group.ts";
import type { Report } from "./report.ts";

const score = z.literal([1, 2, 3, 4, 5]);
const share = { customers: z.number(), revenueMinor: z.number() };

const schema = z.object({
  prospects: z.number(),
  /** Only cells with a customer. */
  cells: z.array(z.object({ recency: score, frequency: score, monetary: score, ...share })),
  valueGroups: z.array(z.object({ name: z.enum(VALUE_GROUPS), ...share })),
  /** What a score takes at least, by metric; null where nobody has it. */
  limits: z.array(
    z.object({
      score,
      recency: z.string().nullable(),
      frequency: z.number().nullable(),
      monetary: z.number().nullable(),
    }),
  ),
  /** Of all customers with a purchase: the eight groups are above or not. Recency in days since the last purchase. */
  means: z.object({ recencyDays: z.number(), frequency: z.number(), netMinor: z.number() }).nullable(),
});

export type RfmFigures = z.infer<typeof schema>;

/** Customers and revenue of each combination of scores: all groupings are made of them. */
export const rfmReport: Report<RfmFigures> = { kind: "rfm", schema, make };

async function make(db: Db, shop: Shop): Promise<RfmFigures> {
  const cells: unknown = await db.$queryRaw`
    SELECT s.recency::int, s.frequency::int, s.monetary::int, count(*)::int AS customers,
      sum(f.net_minor)::float8 AS "revenueMinor"
    FROM score s JOIN facts f USING (shop_id, customer_id)
    WHERE s.shop_id = ${shop.id}
    GROUP BY s.recency, s.frequency, s.monetary
    ORDER BY s.recency DESC, s.frequency DESC, s.monetary DESC`;
  const groups: unknown = await db.$queryRaw`
    SELECT s.value_group AS name, count(*)::int AS customers, sum(f.net_minor)::float8 AS "revenueMinor"
    FROM score s JOIN facts f USING (shop_id, customer_id)
    WHERE s.shop_id = ${shop.id} AND s.value_group <> ''
    GROUP BY s.value_group`;
  const [sums] = await db.$queryRaw<
    { prospects: number; days: number | null; orders: number; net: number }[]
  >`
    SELECT (count(*) FILTER (WHERE frequency = 0))::int AS prospects,
      (avg(${shop.today}::date - last_day) FILTER (WHERE frequency > 0))::float8 AS days,
      (avg(frequency) FILTER (WHERE frequency > 0))::float8 AS orders,
      (avg(net_minor) FILTER (WHERE frequency > 0))::float8 AS net
    FROM facts WHERE shop_id = ${shop.id}`;
  const days = sums?.days ?? null;
  return schema.parse({
    prospects: sums?.prospects ?? 0,
    cells,
    valueGroups: groups,
    limits: await limits(db, shop),
    means:
      sums === undefined || days === null
        ? null
        : { recencyDays: days, frequency: sums.orders, netMinor: sums.net },
  });
}

async function limits(db: Db, shop: Shop): Promise<unknown> {
  return db.$queryRaw`
    SELECT score::int,
      to_char(DATE '1970-01-01' + (max("from") FILTER (WHERE metric = 'recency'))::int, 'YYYY-MM-DD') AS recency,
      (max("from") FILTER (WHERE metric = 'frequency'))::int AS frequency,
      (max("from") FILTER (WHERE metric = 'monetary'))::float8 AS monetary
    FROM score_cut WHERE shop_id = ${shop.id} AND scheme = 'groups'
    GROUP BY score ORDER BY score DESC`;
}
