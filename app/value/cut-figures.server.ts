import { Prisma } from "#app/generated/prisma/client.ts";
import type { CutMethod } from "./rfm/cut-methods.ts";

/**
 * `rfm/cut-methods.ts` in SQL: rows of metric, score and its smallest value. `figures` selects `recency`,
 * `frequency` and `monetary` of each customer, of which more is better (null: not to be cut), and the `money` that
 * Pareto adds up. No value is below 0.
 */
export function cutFigures(figures: Prisma.Sql, method: CutMethod, count: number): Prisma.Sql {
  const metrics = Prisma.sql`
    SELECT metric.name, metric.value, figures.money
    FROM (${figures}) figures CROSS JOIN LATERAL (VALUES
      ('recency', figures.recency::bigint), ('frequency', figures.frequency::bigint), ('monetary', figures.monetary::bigint)
    ) AS metric (name, value)
    WHERE metric.value IS NOT NULL`;
  switch (method) {
    case "quantile":
      return Prisma.sql`
        SELECT name AS metric, score, min(value) AS "from"
        FROM (
          SELECT name, value, 1 + div(${count}::int * (sum(customers) OVER (PARTITION BY name ORDER BY value) - customers),
            sum(customers) OVER (PARTITION BY name)) AS score
          FROM (SELECT name, value, count(*) AS customers FROM (${metrics}) metrics GROUP BY name, value) counted
        ) scored
        GROUP BY name, score`;
    case "mean":
      return above(metrics, count, Prisma.sql`div(sum(value), count(*))`);
    case "median":
      return above(metrics, count, Prisma.sql`floor(percentile_cont(0.5) WITHIN GROUP (ORDER BY value))`);
    case "pareto":
      return Prisma.sql`
        SELECT name AS metric, ${count}::int AS score, max(value) AS "from"
        FROM (
          SELECT name, value, sum(money) OVER (PARTITION BY name ORDER BY value DESC) AS reached,
            sum(money) OVER (PARTITION BY name) AS total
          FROM (SELECT name, value, sum(money) AS money FROM (${metrics}) metrics GROUP BY name, value) summed
        ) best
        WHERE 5 * reached >= 4 * total
        GROUP BY name`;
  }
}

/** The highest score above a limit, which may lie between two whole numbers: its whole part is given. */
function above(metrics: Prisma.Sql, count: number, limit: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT name AS metric, ${count}::int AS score, ${limit}::bigint + 1 AS "from"
    FROM (${metrics}) metrics GROUP BY name`;
}
