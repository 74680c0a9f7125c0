import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { inScope, type Scope } from "#app/value/scope.server.ts";
import type { Policy } from "./current-policy.server.ts";
import type { Definition } from "./policy.ts";
import { KEEP_HORIZON_DAYS } from "./standing.ts";
import { leaveDaySql, windowedSpend } from "./windowed-spend.server.ts";

/**
 * `standingOf` in SQL, for a whole shop in one statement: common table expressions of which the last, `fresh`,
 * has a row for every living customer record in scope (customer_id, tier, rank, since, valid_until,
 * spend_minor, next_day). `standings.server.test.ts` holds the two together.
 */
export function freshStandings(shop: Shop, policy: Policy, scope: Scope): Prisma.Sql {
  const { window } = policy.definition;
  return Prisma.sql`
    tier AS (${tierRows(policy.definition)}),
    living AS (
      SELECT c.id AS customer_id, (c.created_at AT TIME ZONE ${shop.timeZone})::date AS joined,
        s.tier AS old_tier, s.since AS old_since
      FROM customer c LEFT JOIN standing s ON s.shop_id = c.shop_id AND s.customer_id = c.id
      WHERE c.shop_id = ${shop.id} ${inScope(Prisma.sql`c.id`, scope)}
        AND c.deleted_at IS NULL AND c.merged_into IS NULL
    ),
    windowed AS (${windowedSpend(shop, window, scope)}),
    placed AS (
      SELECT living.*, coalesce(spent.minor, 0) AS spend_minor, spent.next_leave, t.key AS tier, t.rank, t.enter
      FROM living
      LEFT JOIN (
        SELECT customer_id, sum(net)::bigint AS minor, min(leaves) AS next_leave FROM windowed GROUP BY customer_id
      ) spent USING (customer_id)
      JOIN tier t ON t.rank = ${rankOf(policy.definition, Prisma.sql`coalesce(spent.minor, 0)`)}
    ),
    ended AS (
      SELECT customer_id, min(leaves) - 1 AS valid_until
      FROM (
        SELECT customer_id, leaves,
          sum(net) OVER (PARTITION BY customer_id ORDER BY leaves DESC) - net AS remaining
        FROM windowed
      ) w JOIN placed USING (customer_id)
      WHERE placed.rank > 0 AND w.remaining < placed.enter
      GROUP BY customer_id
    ),
    ${spells(shop, policy.definition, scope)},
    fresh AS MATERIALIZED (
      SELECT customer_id, tier, rank, valid_until, spend_minor,
        CASE WHEN old_tier = tier THEN old_since
          WHEN old_tier IS NULL THEN least(coalesce(spell.start, joined), ${shop.today}::date)
          ELSE ${shop.today}::date END AS since,
        least(next_leave, CASE WHEN valid_until - ${KEEP_HORIZON_DAYS}::int > ${shop.today}::date
          THEN valid_until - ${KEEP_HORIZON_DAYS}::int END) AS next_day
      FROM placed LEFT JOIN ended USING (customer_id) LEFT JOIN spell USING (customer_id)
    )`;
}

/** The rank that a spend reaches: `tierFor` of `ladder.ts` in SQL. */
export function rankOf({ tiers }: Definition, spend: Prisma.Sql): Prisma.Sql {
  const enters = tiers.map((tier) => String(tier.enterMinor));
  return Prisma.sql`(width_bucket(${spend}, ${enters}::bigint[]) - 1)`;
}

/** The ladder as rows (rank, key, enter). */
export function tierRows({ tiers }: Definition): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM unnest(
      ${tiers.map((_, rank) => rank)}::smallint[],
      ${tiers.map((tier) => tier.key)}::text[],
      ${tiers.map((tier) => String(tier.enterMinor))}::bigint[]
    ) AS t (rank, key, enter)`;
}

/** `spell`: for customers who have no standing yet, the day on which their time in today's tier began. */
function spells(shop: Shop, definition: Definition, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    bought AS (
      SELECT customer_id, day, ${leaveDaySql(definition.window, Prisma.sql`day`)} AS leaves,
        gross_minor - refunded_minor AS net
      FROM purchase JOIN living USING (customer_id)
      WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)} AND old_tier IS NULL
    ),
    running AS (
      SELECT customer_id, day, (sum(sum(delta)) OVER (PARTITION BY customer_id ORDER BY day))::bigint AS spend
      FROM (
        SELECT customer_id, joined AS day, 0 AS delta FROM living WHERE old_tier IS NULL
        UNION ALL SELECT customer_id, day, net FROM bought
        UNION ALL SELECT customer_id, leaves, -net FROM bought WHERE leaves <= ${shop.today}::date
      ) event
      GROUP BY customer_id, day
    ),
    reached AS (
      SELECT customer_id, day, rank, lag(rank) OVER (PARTITION BY customer_id ORDER BY day) AS rank_before
      FROM (SELECT customer_id, day, ${rankOf(definition, Prisma.sql`spend`)} AS rank FROM running) r
    ),
    spell AS (
      SELECT customer_id, max(day) AS start FROM reached
      WHERE rank IS DISTINCT FROM rank_before GROUP BY customer_id
    )`;
}
