import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { isUsualScheme, type ScoredMetric } from "#app/platform/score-scheme.ts";
import { cutArrays, scoreBy } from "./cut-arrays.server.ts";
import { GROUP_NAME, RF_GROUP_NAME, VALUE_GROUP_NAME } from "./group-names.server.ts";
import { ownFigures } from "./own-figures.server.ts";
import { inScope, type Scope } from "./scope.server.ts";

/** Scores and groups of every customer in scope who has a purchase, by the shop's stored cuts, as rows of `score`. */
export function freshScores(shop: Shop, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT shop_id, customer_id, recency, frequency, monetary, ${GROUP_NAME} AS "group",
      ${RF_GROUP_NAME} AS rf_group, ${VALUE_GROUP_NAME} AS value_group, own_recency, own_frequency, own_monetary
    FROM (
      SELECT facts.shop_id, facts.customer_id, ${lifetimeScores("fifths", Prisma.empty)},
        ${lifetimeScores("means", Prisma.raw("_side"))}, ${ownScores(shop)}
      FROM facts LEFT JOIN own_figure USING (shop_id, customer_id)
      CROSS JOIN (${storedCuts(shop, "groups")}) fifths
      CROSS JOIN (${storedCuts(shop, "means")}) means
      CROSS JOIN (${storedCuts(shop, "own")}) own
      WHERE facts.shop_id = ${shop.id} AND facts.frequency > 0 ${inScope(Prisma.sql`facts.customer_id`, scope)}
    ) scored`;
}

function storedCuts(shop: Shop, scheme: string): Prisma.Sql {
  return cutArrays(Prisma.sql`SELECT * FROM score_cut WHERE shop_id = ${shop.id} AND scheme = ${scheme}`);
}

function lifetimeScores(table: string, suffix: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    ${scoreBy(table, "recency", Prisma.sql`facts.last_day - DATE '1970-01-01'`)} AS recency${suffix},
    ${scoreBy(table, "frequency", Prisma.sql`facts.frequency`)} AS frequency${suffix},
    ${scoreBy(table, "monetary", Prisma.sql`facts.net_minor`)} AS monetary${suffix}`;
}

function ownScores(shop: Shop): Prisma.Sql {
  const { rfm } = shop.settings;
  const usual = isUsualScheme(rfm);
  const figures = ownFigures(shop);
  const score = (metric: ScoredMetric): Prisma.Sql =>
    usual || rfm[metric] === null ? Prisma.sql`NULL::int` : scoreBy("own", metric, figures[metric]);
  return Prisma.sql`
    ${score("recency")} AS own_recency, ${score("frequency")} AS own_frequency, ${score("monetary")} AS own_monetary`;
}
