import { SCORED_METRICS, type ScoredMetric, type ScoreScheme } from "#app/platform/score-scheme.ts";
import { addDays, daysBetween, type Day } from "#app/platform/time.ts";
import { cutsBy, limitCuts } from "./cut-methods.ts";
import { scoreOf, type Cuts, type Score } from "./score.ts";

export type DatedPurchase = { day: Day; netMinor: number };

/** A customer's scores by the shop's own scheme; null where it leaves the metric out. */
export type OwnScores = Record<ScoredMetric, Score | null>;

/**
 * Scores customers by the shop's own scheme on a day. A metric looks at the purchases of its window and cuts
 * those among themselves who have one in it; who has none scores 1. The money that Pareto speaks of is net spend
 * in the window of monetary, or of the lifetime where monetary is not scored.
 */
export function ownScores(
  customers: readonly (readonly DatedPurchase[])[],
  scheme: ScoreScheme,
  today: Day,
): OwnScores[] {
  const money = customers.map((purchases) => figureOf("monetary", purchases, scheme, today) ?? 0);
  const columns = SCORED_METRICS.map((metric) => {
    const values = customers.map((purchases) => figureOf(metric, purchases, scheme, today));
    const cuts = cutMetric(metric, values, money, scheme);
    return values.map((value) => scoreIn(scheme[metric] !== null, cuts, value));
  });
  return customers.map((_, index) => ({
    recency: columns[0]?.[index] ?? null,
    frequency: columns[1]?.[index] ?? null,
    monetary: columns[2]?.[index] ?? null,
  }));
}

function scoreIn(scored: boolean, cuts: Cuts, value: number | null): Score | null {
  if (!scored) return null;
  return value === null ? 1 : scoreOf(cuts, value);
}

/** More is better; null without a purchase in the metric's window. */
function figureOf(
  metric: ScoredMetric,
  purchases: readonly DatedPurchase[],
  scheme: ScoreScheme,
  today: Day,
): number | null {
  const windowDays = scheme[metric]?.windowDays ?? null;
  const inside = purchases.filter(({ day }) => windowDays === null || addDays(day, windowDays) > today);
  if (inside.length === 0) return null;
  switch (metric) {
    case "recency":
      return Math.max(...inside.map(({ day }) => daysBetween(today, day)));
    case "frequency":
      return inside.length;
    case "monetary":
      return inside.reduce((sum, { netMinor }) => sum + netMinor, 0);
  }
}

function cutMetric(
  metric: ScoredMetric,
  values: readonly (number | null)[],
  money: readonly number[],
  { method, scores, ...metrics }: ScoreScheme,
): Cuts {
  if (method === "fixed") {
    const limits = metrics[metric]?.limits ?? [];
    return limitCuts(metric === "recency" ? limits.map((days) => 0 - days) : limits);
  }
  const known = values.flatMap((value, index) =>
    value === null ? [] : [{ value, money: money[index] ?? 0 }],
  );
  return cutsBy(
    method,
    known.map(({ value }) => value),
    known.map((each) => each.money),
    scores,
  );
}
