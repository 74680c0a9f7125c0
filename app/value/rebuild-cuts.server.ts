import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { isUsualScheme, SCORED_METRICS } from "#app/platform/score-scheme.ts";
import { daysBetween, toDay } from "#app/platform/time.ts";
import { cutFigures } from "./cut-figures.server.ts";
import { ownFigures } from "./own-figures.server.ts";

/** Cuts the shop's customers anew: into the fifths that groups are made of, at the means, and by its own scheme. */
export async function rebuildCuts(db: Db, shop: Shop): Promise<void> {
  const lifetime = Prisma.sql`
    SELECT last_day - DATE '1970-01-01' AS recency, frequency, net_minor AS monetary, net_minor AS money
    FROM facts WHERE shop_id = ${shop.id} AND frequency > 0`;
  await db.$executeRaw`DELETE FROM score_cut WHERE shop_id = ${shop.id}`;
  await insertCuts(db, shop, "groups", cutFigures(lifetime, "quantile", 5));
  await insertCuts(db, shop, "means", cutFigures(lifetime, "mean", 2));
  if (!isUsualScheme(shop.settings.rfm)) await insertCuts(db, shop, "own", ownCuts(shop));
}

async function insertCuts(db: Db, shop: Shop, scheme: string, cuts: Prisma.Sql): Promise<void> {
  await db.$executeRaw`
    INSERT INTO score_cut (shop_id, scheme, metric, score, "from")
    SELECT ${shop.id}, ${scheme}, metric, score, "from" FROM (${cuts}) cuts`;
}

function ownCuts(shop: Shop): Prisma.Sql {
  const { method, scores } = shop.settings.rfm;
  if (method === "fixed") return fixedCuts(shop);
  const { recency, frequency, monetary, money } = ownFigures(shop);
  return cutFigures(
    Prisma.sql`
      SELECT ${recency} AS recency, ${frequency} AS frequency, ${monetary} AS monetary, ${money} AS money
      FROM facts LEFT JOIN own_figure USING (shop_id, customer_id)
      WHERE facts.shop_id = ${shop.id} AND facts.frequency > 0`,
    method,
    scores,
  );
}

function fixedCuts({ settings: { rfm }, today }: Shop): Prisma.Sql {
  const now = daysBetween(toDay("1970-01-01"), today);
  const rows = SCORED_METRICS.flatMap((metric) =>
    (rfm[metric]?.limits ?? []).map((limit, index) => {
      const from = metric === "recency" ? now - limit : limit;
      return Prisma.sql`(${metric}, ${index + 2}::int, ${String(from)}::bigint)`;
    }),
  );
  return Prisma.sql`SELECT * FROM (VALUES ${Prisma.join(rows)}) AS cut (metric, score, "from")`;
}
