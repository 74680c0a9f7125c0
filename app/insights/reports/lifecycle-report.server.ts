import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, addMonths } from "#app/platform/time.ts";
import { freshStages } from "#app/value/lifecycle/fresh-stages.server.ts";
import { readRhythm } from "#app/value/lifecycle/read-rhythm.server.ts";
import { rhythmSchema, type Rhythm } from "#app/value/lifecycle/rhythm.ts";
import { STAGES, type Stage } from "#app/value/lifecycle/stages.ts";
import type { Report } from "./report.ts";

const TREND_DAYS = 30;
const REVENUE_MONTHS = 12;

const schema = z.object({
  /** Null until the shop's rhythm was first taken: there are no stages yet. */
  rhythm: rhythmSchema.nullable(),
  /** Slipping by P(alive) alone. */
  warned: z.number(),
  stages: z.array(
    z.object({
      stage: z.enum(STAGES),
      customers: z.number(),
      /** Net spend of the last 12 months. */
      minor: z.number(),
      /**
       * By how many more or fewer than 30 days ago, both by time alone (P(alive) of that day is not known) and of
       * the records there are today; null where the shop had sold nothing then.
       */
      change: z.number().nullable(),
    }),
  ),
});

export type LifecycleData = z.infer<typeof schema>;

/** Who is in which stage, and the rhythm by which they are. */
export const lifecycleReport: Report<LifecycleData> = { kind: "lifecycle", schema, make };

async function make(db: Db, shop: Shop): Promise<LifecycleData> {
  const kept = await readRhythm(db, shop.id);
  if (kept === null) return { rhythm: null, warned: 0, stages: [] };
  const now = await countNow(db, shop);
  const before = await countBefore(db, shop, kept.rhythm);
  return {
    rhythm: kept.rhythm,
    warned: now.reduce((sum, { warned }) => sum + warned, 0),
    stages: STAGES.map((stage) => {
      const counted = now.find((row) => row.stage === stage);
      const change = before === null ? null : (counted?.bytime ?? 0) - (before.get(stage) ?? 0);
      return { stage, customers: counted?.customers ?? 0, minor: Number(counted?.minor ?? 0), change };
    }),
  };
}

type Counted = { stage: string; customers: number; bytime: number; warned: number; minor: bigint };

async function countNow(db: Db, shop: Shop): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    WITH said AS (
      SELECT customer_id, stage, reason->>'code' = 'unlikely' AS warned,
        CASE reason->>'code' WHEN 'unlikely' THEN previous ELSE stage END AS bytime
      FROM customer_stage WHERE shop_id = ${shop.id}
    ), spent AS (
      SELECT customer_id, sum(gross_minor - refunded_minor)::bigint AS minor FROM purchase
      WHERE shop_id = ${shop.id} AND day > ${addMonths(shop.today, -REVENUE_MONTHS)}::date
      GROUP BY customer_id
    )
    SELECT name AS stage, count(*) FILTER (WHERE stage = name)::int AS customers,
      count(*) FILTER (WHERE bytime = name)::int AS bytime,
      count(*) FILTER (WHERE stage = name AND warned)::int AS warned,
      coalesce(sum(minor) FILTER (WHERE stage = name), 0)::bigint AS minor
    FROM said LEFT JOIN spent USING (customer_id)
      JOIN unnest(${[...STAGES]}::text[]) AS named (name) ON name IN (stage, bytime)
    GROUP BY name`;
}

async function countBefore(db: Db, shop: Shop, rhythm: Rhythm): Promise<Map<string, number> | null> {
  const on = addDays(shop.today, -TREND_DAYS);
  const sold = await db.purchase.findFirst({ where: { shopId: shop.id, day: { lte: new Date(on) } } });
  if (sold === null) return null;
  const rows = await db.$queryRaw<{ stage: Stage; customers: number }[]>`
    SELECT stage, count(*)::int AS customers
    FROM (${freshStages(shop, "all", rhythm, { on, alive: false })}) then_so
    WHERE since <= ${on}::date
    GROUP BY stage`;
  return new Map(rows.map(({ stage, customers }) => [stage, customers]));
}
