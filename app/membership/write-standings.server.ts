import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Scope } from "#app/value/scope.server.ts";
import type { Policy } from "./current-policy.server.ts";
import { freshStandings } from "./fresh-standings.server.ts";

/**
 * A statement's head that writes the standings in scope where they differ. Its last table expression, `moved`,
 * has who came to another tier: (customer_id, from_tier, to_tier, from_rank, to_rank);
 * a first standing counts above the lowest tier only. What follows must use `moved`.
 */
export function writeStandings(shop: Shop, policy: Policy, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    WITH ${freshStandings(shop, policy, scope)},
    written AS (
      INSERT INTO standing (shop_id, customer_id, policy_version, tier, rank, since, valid_until, spend_minor, next_day)
      SELECT ${shop.id}, customer_id, ${policy.version}, tier, rank, since, valid_until, spend_minor, next_day FROM fresh
      ON CONFLICT (shop_id, customer_id) DO UPDATE SET policy_version = EXCLUDED.policy_version,
        tier = EXCLUDED.tier, rank = EXCLUDED.rank, since = EXCLUDED.since, valid_until = EXCLUDED.valid_until,
        spend_minor = EXCLUDED.spend_minor, next_day = EXCLUDED.next_day, updated_at = now()
      WHERE (standing.policy_version, standing.tier, standing.rank, standing.since, standing.valid_until,
          standing.spend_minor, standing.next_day)
        IS DISTINCT FROM (EXCLUDED.policy_version, EXCLUDED.tier, EXCLUDED.rank, EXCLUDED.since,
          EXCLUDED.valid_until, EXCLUDED.spend_minor, EXCLUDED.next_day)
    ),
    moved AS (
      SELECT fresh.customer_id, old.tier AS from_tier, fresh.tier AS to_tier,
        old.rank AS from_rank, fresh.rank AS to_rank
      FROM fresh LEFT JOIN standing old ON old.shop_id = ${shop.id} AND old.customer_id = fresh.customer_id
      WHERE old.tier <> fresh.tier OR (old.tier IS NULL AND fresh.rank > 0)
    )`;
}
