import {
  isUsualScheme,
  SCORED_METRICS,
  type ScoredMetric,
  type ScoreScheme,
} from "#app/platform/score-scheme.ts";

/** The metrics that a shop scores its own way, and the scores there are, the best first. */
export type OwnScale = { metrics: ScoredMetric[]; scores: number[] };

/** Null where the shop scores as the groups do: its own scores would say nothing more. */
export function ownScale(scheme: ScoreScheme): OwnScale | null {
  if (isUsualScheme(scheme)) return null;
  const each = Array.from({ length: scheme.scores }, (_, index) => scheme.scores - index);
  const inParts = scheme.method === "quantile" || scheme.method === "fixed";
  return {
    metrics: SCORED_METRICS.filter((metric) => scheme[metric] !== null),
    // Above or not: nobody is between the two.
    scores: inParts ? each : [scheme.scores, 1],
  };
}
