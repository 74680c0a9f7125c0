import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { GROUP_CELLS } from "./rfm/group.ts";
import { inScope, type Scope } from "./scope.server.ts";

/** Scores and group of every customer in scope who has a purchase, by the shop's stored cuts (`rfm/score.ts`). */
export function freshScores(shop: Shop, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT scored.*, grid.name AS "group"
    FROM (
      SELECT facts.shop_id, facts.customer_id,
        ${scoreBy("recency", Prisma.sql`facts.last_day - DATE '1970-01-01'`)} AS recency,
        ${scoreBy("frequency", Prisma.sql`facts.frequency`)} AS frequency,
        ${scoreBy("monetary", Prisma.sql`facts.net_minor`)} AS monetary
      FROM facts CROSS JOIN (${cutArrays(shop)}) cuts
      WHERE facts.shop_id = ${shop.id} AND facts.frequency > 0 ${inScope(Prisma.sql`facts.customer_id`, scope)}
    ) scored
    JOIN (
      SELECT * FROM unnest(
        ${GROUP_CELLS.map((cell) => cell.recency)}::int[],
        ${GROUP_CELLS.map((cell) => cell.mean)}::int[],
        ${GROUP_CELLS.map((cell) => cell.group)}::text[]
      ) AS cell (recency, mean, name)
    ) grid ON grid.recency = scored.recency AND grid.mean = (scored.frequency + scored.monetary + 1) / 2`;
}

type Metric = "recency" | "frequency" | "monetary";

function cutArrays(shop: Shop): Prisma.Sql {
  const arrays = (["recency", "frequency", "monetary"] as const).map((metric) => {
    const name = Prisma.raw(metric);
    return Prisma.sql`
      array_agg("from" ORDER BY "from") FILTER (WHERE metric = ${metric}) AS ${name}_from,
      array_agg(score ORDER BY "from") FILTER (WHERE metric = ${metric}) AS ${name}_score`;
  });
  return Prisma.sql`SELECT ${Prisma.join(arrays)} FROM score_cut WHERE shop_id = ${shop.id}`;
}

function scoreBy(metric: Metric, value: Prisma.Sql): Prisma.Sql {
  const name = Prisma.raw(metric);
  return Prisma.sql`coalesce(${name}_score[width_bucket((${value})::bigint, ${name}_from)], 1)::int`;
}
