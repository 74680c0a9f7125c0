import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, type CustomerId } from "#app/platform/ids.ts";
import { freshScores } from "./fresh-scores.server.ts";
import { inScope, inScopeWithout, type Scope } from "./scope.server.ts";

/**
 * Scores customers by the shop's stored cuts; takes the scores of those without a purchase away. Keeps each move
 * into another of Shopify's groups, several of one day as one. Returns those who were in another group before.
 * A shop that had no scores yet has no groups to come from: nothing is kept then.
 */
export async function refreshScores(db: Db, shop: Shop, scope: Scope): Promise<CustomerId[]> {
  const bought = (customer: Prisma.Sql) => Prisma.sql`
    SELECT FROM facts f WHERE f.shop_id = ${shop.id} AND f.customer_id = ${customer} AND f.frequency > 0`;
  const moved = await db.$queryRaw<{ customer_id: bigint; back: boolean }[]>`
    WITH fresh AS MATERIALIZED (${freshScores(shop, scope)}),
    changed AS MATERIALIZED (
      SELECT fresh.*, coalesce(score."group", 'prospects') AS old_group
      FROM fresh LEFT JOIN score ON score.shop_id = fresh.shop_id AND score.customer_id = fresh.customer_id
      WHERE (${columnsOf("score")}) IS DISTINCT FROM (${columnsOf("fresh")})
    ), written AS (
      INSERT INTO score (shop_id, customer_id, ${columnsOf()})
      SELECT shop_id, customer_id, ${columnsOf()} FROM changed
      ON CONFLICT (shop_id, customer_id) DO UPDATE SET (${columnsOf()}) = (${columnsOf("excluded")})
    ), gone AS (
      DELETE FROM score
      WHERE shop_id = ${shop.id} ${inScopeWithout(Prisma.sql`score.customer_id`, scope, bought)}
      RETURNING shop_id, customer_id, "group" AS old_group, 'prospects' AS "group"
    )
    INSERT INTO group_move (shop_id, customer_id, day, from_group, to_group)
    SELECT shop_id, customer_id, ${shop.today}::date, old_group, "group"
    FROM (
      SELECT shop_id, customer_id, old_group, "group" FROM changed WHERE old_group <> "group"
      UNION ALL SELECT gone.* FROM gone JOIN facts USING (shop_id, customer_id)
    ) moved
    WHERE EXISTS (SELECT FROM score WHERE shop_id = ${shop.id})
    ORDER BY customer_id
    ON CONFLICT (shop_id, customer_id, day) DO UPDATE SET to_group = EXCLUDED.to_group
    RETURNING customer_id, from_group = to_group AS back`;
  if (moved.some(({ back }) => back)) await dropMovesBack(db, shop, scope);
  return moved.map((row) => toCustomerId(row.customer_id));
}

/** Takes away moves that led back on the same day. */
async function dropMovesBack(db: Db, shop: Shop, scope: Scope): Promise<void> {
  await db.$executeRaw`
    DELETE FROM group_move WHERE shop_id = ${shop.id} AND day = ${shop.today}::date AND from_group = to_group
      ${inScope(Prisma.sql`customer_id`, scope)}`;
}

const NAMES = [
  "recency",
  "frequency",
  "monetary",
  "group",
  "rf_group",
  "value_group",
  "own_recency",
  "own_frequency",
  "own_monetary",
] as const;

function columnsOf(table?: string): Prisma.Sql {
  const prefix = table === undefined ? "" : `${table}.`;
  return Prisma.raw(NAMES.map((name) => `${prefix}"${name}"`).join(", "));
}
