import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays } from "#app/platform/time.ts";

/**
 * The figures that the shop's own scheme scores, of `facts LEFT JOIN own_figure`: null without a purchase in the
 * metric's window, or where the metric is not scored. `rfm/own-scores.ts` says what they are.
 */
export function ownFigures({
  settings: { rfm },
  today,
}: Shop): Record<"recency" | "frequency" | "monetary" | "money", Prisma.Sql> {
  const none = Prisma.sql`NULL::bigint`;
  const { recency, frequency, monetary } = rfm;
  const lastDay = Prisma.sql`facts.last_day - DATE '1970-01-01'`;
  const money = (monetary?.windowDays ?? null) === null ? "facts.net_minor" : "own_figure.monetary";
  const orders = (frequency?.windowDays ?? null) === null ? "facts.frequency" : "own_figure.frequency";
  const since = recency?.windowDays ?? null;
  const inside =
    since === null
      ? lastDay
      : Prisma.sql`CASE WHEN facts.last_day > ${addDays(today, -since)}::date THEN ${lastDay} END`;
  return {
    recency: recency === null ? none : inside,
    frequency: frequency === null ? none : Prisma.raw(orders),
    monetary: monetary === null ? none : Prisma.raw(money),
    money: Prisma.sql`coalesce(${Prisma.raw(money)}, 0)`,
  };
}
