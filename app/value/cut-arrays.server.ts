import { Prisma } from "#app/generated/prisma/client.ts";
import { SCORED_METRICS, type ScoredMetric } from "#app/platform/score-scheme.ts";

/** Cuts (rows of metric, score, from) as one row of arrays, for `scoreBy`. */
export function cutArrays(cuts: Prisma.Sql): Prisma.Sql {
  const arrays = SCORED_METRICS.map((metric) => {
    const name = Prisma.raw(metric);
    return Prisma.sql`
      array_agg("from"::bigint ORDER BY "from") FILTER (WHERE metric = ${metric}) AS ${name}_from,
      array_agg(score::int ORDER BY "from") FILTER (WHERE metric = ${metric}) AS ${name}_score`;
  });
  return Prisma.sql`SELECT ${Prisma.join(arrays)} FROM (${cuts}) cuts`;
}

/** A value's score by the arrays in `table`: `scoreOf` in SQL. Below every cut, and without a value, it is 1. */
export function scoreBy(table: string, metric: ScoredMetric, value: Prisma.Sql): Prisma.Sql {
  const [from, score] = [Prisma.raw(`${table}.${metric}_from`), Prisma.raw(`${table}.${metric}_score`)];
  return Prisma.sql`coalesce(${score}[width_bucket((${value})::bigint, ${from})], 1)`;
}
