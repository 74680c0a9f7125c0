import { z } from "zod";

export const SCORED_METRICS = ["recency", "frequency", "monetary"] as const;
export const SCORE_METHODS = ["quantile", "mean", "median", "pareto", "fixed"] as const;
export const SCORE_COUNTS = [3, 4, 5] as const;
/** In days, up to and with today; null is the whole lifetime. */
export const SCORE_WINDOWS = [30, 60, 90, 180, 365, 730, null] as const;

/** What can be wrong with a scheme: keys of the pages' texts, with the English one. */
export const SCHEME_PROBLEMS = {
  scheme_empty: "Choose at least one of recency, frequency and money.",
  limits_missing: "Fill in a value for every score from 2 up.",
  limits_unordered: "Each score needs a better limit than the one below it.",
  limits_outside: "A limit in days has to lie within the time looked at.",
} as const;

export type ScoredMetric = (typeof SCORED_METRICS)[number];

const metric = z
  .object({
    windowDays: z.literal(SCORE_WINDOWS).default(null),
    /**
     * With fixed values: what scores 2, 3 and so on take. Recency: at most so many days since the last purchase;
     * frequency: at least so many purchases; monetary: at least so much net spend, in minor units.
     */
    limits: z.array(z.number()).default([]),
  })
  .nullable();

const EVER = { windowDays: null, limits: [] };

/**
 * How a shop scores its customers beside the groups. A metric that is null is not scored; the others look at the
 * purchases of their window only, and who has none in it scores 1.
 */
export const schemeSchema = z
  .object({
    method: z.enum(SCORE_METHODS).default("quantile"),
    scores: z.literal(SCORE_COUNTS).default(5),
    recency: metric.default(EVER),
    frequency: metric.default(EVER),
    monetary: metric.default(EVER),
  })
  .superRefine((scheme, context) => {
    if (SCORED_METRICS.every((name) => scheme[name] === null)) {
      context.addIssue({ code: "custom", message: "scheme_empty", path: [] });
    }
    if (scheme.method !== "fixed") return;
    for (const name of SCORED_METRICS) {
      const message = limitsProblem(name, scheme[name], scheme.scores - 1);
      if (message !== null) context.addIssue({ code: "custom", message, path: [name, "limits"] });
    }
  });

export type ScoreScheme = z.infer<typeof schemeSchema>;
type MetricScheme = ScoreScheme[ScoredMetric];

function limitsProblem(
  name: ScoredMetric,
  scored: MetricScheme,
  count: number,
): keyof typeof SCHEME_PROBLEMS | null {
  if (scored === null) return null;
  const { limits, windowDays } = scored;
  const whole = limits.every((limit) => Number.isSafeInteger(limit) && limit >= 0);
  if (limits.length !== count || !whole) return "limits_missing";
  const better = name === "recency" ? limits.map((days) => -days) : limits;
  if (better.some((limit, index) => index > 0 && limit <= (better[index - 1] ?? 0))) {
    return "limits_unordered";
  }
  const outside = name === "recency" && windowDays !== null && limits.some((days) => days >= windowDays);
  return outside ? "limits_outside" : null;
}

/** Is it how the groups are made: fifths of all three, over the lifetime? */
export function isUsualScheme({ method, scores, ...metrics }: ScoreScheme): boolean {
  return (
    method === "quantile" &&
    scores === 5 &&
    SCORED_METRICS.every((name) => metrics[name] !== null && metrics[name].windowDays === null)
  );
}
