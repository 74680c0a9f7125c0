import { SCORED_METRICS, type ScoredMetric, type ScoreScheme } from "#app/platform/score-scheme.ts";

/** Limits to start from, the worst first: days, orders, and units of money. */
const USUAL_LIMITS = {
  recency: [365, 180, 90, 30],
  frequency: [2, 3, 5, 10],
  monetary: [50, 100, 250, 500],
} as const satisfies Record<ScoredMetric, readonly number[]>;

/** A metric that is typed wrong or left empty: no limit is below 0. */
export const NO_LIMIT = -1;

/** The scheme with as many limits as its scores need, where it goes by fixed values; without any elsewhere. */
export function withLimits(scheme: ScoreScheme, minorPerUnit: number): ScoreScheme {
  const count = scheme.method === "fixed" ? scheme.scores - 1 : 0;
  const fitted = (metric: ScoredMetric): ScoreScheme[ScoredMetric] => {
    const scored = scheme[metric];
    if (scored === null || scored.limits.length === count) return scored;
    const scale = metric === "monetary" ? minorPerUnit : 1;
    return { ...scored, limits: USUAL_LIMITS[metric].slice(4 - count).map((limit) => limit * scale) };
  };
  const [recency = null, frequency = null, monetary = null] = SCORED_METRICS.map(fitted);
  return { ...scheme, recency, frequency, monetary };
}
