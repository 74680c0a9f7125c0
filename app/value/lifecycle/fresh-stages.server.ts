import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Day } from "#app/platform/time.ts";
import { inScope, type Scope } from "../scope.server.ts";
import type { Rhythm } from "./rhythm.ts";
import { UNLIKELY } from "./stage.ts";

/** The day to look at, and whether P(alive) as it is now has a say. */
export type Look = { on: Day; alive: boolean };

/**
 * The stage of every living customer record in scope, as rows of `customer_stage`: `stage.ts` in SQL.
 * `stages.server.test.ts` holds the two together.
 */
export function freshStages(shop: Shop, scope: Scope, rhythm: Rhythm, look: Look): Prisma.Sql {
  return Prisma.sql`
    SELECT shop_id, customer_id,
      CASE state WHEN 'never_bought' THEN 'prospect' WHEN 'active' THEN active WHEN 'lapsed' THEN 'lapsed'
        ELSE 'slipping' END AS stage,
      CASE state WHEN 'never_bought' THEN joined WHEN 'active' THEN since WHEN 'lapsed' THEN last_day + lapsed + 1
        WHEN 'slipping' THEN last_day + slipping + 1
        ELSE CASE WHEN warned > last_day THEN warned ELSE ${look.on}::date END END AS since,
      CASE state WHEN 'active' THEN previous WHEN 'lapsed' THEN 'slipping'
        WHEN 'never_bought' THEN NULL ELSE active END AS previous,
      ${reason(rhythm)} AS reason
    FROM (
      SELECT *, CASE WHEN last_day IS NULL THEN 'never_bought' WHEN silence > lapsed THEN 'lapsed'
        WHEN silence > slipping THEN 'slipping'
        WHEN purchase_days >= 2 AND silence > usual AND alive < ${UNLIKELY} THEN 'unlikely' ELSE 'active' END AS state
      FROM (${watched(shop, scope, rhythm, look)}) watched
    ) judged`;
}

function reason({ loyalFrom }: Rhythm): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN state = 'never_bought' THEN jsonb_build_object('code', state)
    WHEN state = 'unlikely' THEN
      jsonb_build_object('code', state, 'lastDay', last_day, 'alivePercent', floor(alive * 100)::int)
    WHEN state <> 'active' THEN jsonb_build_object('code', 'silent', 'lastDay', last_day,
      'limitDays', CASE state WHEN 'lapsed' THEN lapsed ELSE slipping END)
    WHEN active = 'new' THEN jsonb_build_object('code', 'first_purchase', 'lastDay', last_day)
    WHEN active = 'won_back' THEN jsonb_build_object('code', 'came_back', 'lastDay', last_day,
      'gapDays', last_gap, 'limitDays', lapsed_before)
    ELSE jsonb_build_object('code', 'in_rhythm', 'lastDay', last_day, 'purchaseDays', purchase_days,
      'loyalFrom', ${loyalFrom}::int) END`;
}

/** Every living record with its silence, the limits for it, and what was said of it before. */
function watched(shop: Shop, scope: Scope, rhythm: Rhythm, { on, alive }: Look): Prisma.Sql {
  const days = Prisma.sql`life.purchase_days`;
  return Prisma.sql`
    SELECT c.shop_id, c.id AS customer_id, (c.created_at AT TIME ZONE ${shop.timeZone})::date AS joined,
      life.*, ${on}::date - life.last_day AS silence, ${limit(rhythm, days, "usualDays")} AS usual,
      ${limit(rhythm, days, "slippingDays")} AS slipping, ${limit(rhythm, days, "lapsedDays")} AS lapsed,
      ${limit(rhythm, Prisma.sql`life.purchase_days - 1`, "lapsedDays")} AS lapsed_before,
      CASE WHEN ${alive} THEN prediction.alive END AS alive,
      CASE WHEN said.reason->>'code' = 'unlikely' THEN said.since END AS warned
    FROM customer c
    LEFT JOIN (${lives(shop, scope, rhythm, on)}) life ON life.buyer_id = c.id
    LEFT JOIN prediction ON prediction.shop_id = c.shop_id AND prediction.customer_id = c.id
    LEFT JOIN customer_stage said ON said.shop_id = c.shop_id AND said.customer_id = c.id
    WHERE c.shop_id = ${shop.id} ${inScope(Prisma.sql`c.id`, scope)}
      AND c.deleted_at IS NULL AND c.merged_into IS NULL`;
}

/**
 * The stage of each buyer right after the last purchase, and since when it has been so without a break. All is in
 * one order, so that it is sorted once.
 */
function lives(shop: Shop, scope: Scope, rhythm: Rhythm, on: Day): Prisma.Sql {
  const before = Prisma.sql`nth - 1`;
  return Prisma.sql`
    SELECT customer_id AS buyer_id, max(nth)::int AS purchase_days, max(day) AS last_day,
      max(stage) FILTER (WHERE newest) AS active, max(gap) FILTER (WHERE newest) AS last_gap,
      max(day) FILTER (WHERE came_from IS NOT NULL) AS since,
      (array_agg(came_from ORDER BY day) FILTER (WHERE came_from IS NOT NULL))[count(came_from)] AS previous
    FROM (
      SELECT *, CASE WHEN nth = 1 THEN 'prospect' WHEN broken IS NOT NULL THEN broken
        WHEN stage <> lag(stage) OVER life THEN lag(stage) OVER life END AS came_from
      FROM (
        SELECT *, CASE WHEN nth = 1 THEN 'new' WHEN broken = 'lapsed' THEN 'won_back'
          WHEN nth >= ${rhythm.loyalFrom}::int THEN 'loyal' ELSE 'growing' END AS stage
        FROM (
          SELECT *, CASE WHEN gap - 1 > ${limit(rhythm, before, "lapsedDays")} THEN 'lapsed'
            WHEN gap - 1 > ${limit(rhythm, before, "slippingDays")} THEN 'slipping' END AS broken
          FROM (
            SELECT customer_id, day, row_number() OVER life AS nth, day - lag(day) OVER life AS gap,
              lead(day) OVER life IS NULL AS newest
            FROM (
              SELECT DISTINCT customer_id, day FROM purchase
              WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)} AND day <= ${on}::date
            ) bought
            WINDOW life AS (PARTITION BY customer_id ORDER BY day)
          ) gaps
        ) breaks
      ) stages
      WINDOW life AS (PARTITION BY customer_id ORDER BY day)
    ) entries
    GROUP BY customer_id`;
}

/** The limit that holds after so many days of purchase (`limitsAfter` in `rhythm.ts`). */
function limit(
  { after: [first, second, later] }: Rhythm,
  purchaseDays: Prisma.Sql,
  name: "usualDays" | "slippingDays" | "lapsedDays",
): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${purchaseDays} >= 3 THEN ${later[name]}::int WHEN ${purchaseDays} = 2
    THEN ${second[name]}::int ELSE ${first[name]}::int END`;
}
