import { toScore, type Score } from "./score.ts";

/** Shopify's eleven groups (`CustomerRfmGroup` of its Admin API), as tags and tables have them. */
export const RFM_GROUPS = [
  "champions",
  "loyal",
  "active",
  "new",
  "promising",
  "needs_attention",
  "previously_loyal",
  "at_risk",
  "almost_lost",
  "dormant",
  "prospects",
] as const;

export type RfmGroup = (typeof RFM_GROUPS)[number];

export type RfmScores = { recency: Score; frequency: Score; monetary: Score };

/** The group of each recency score (5 to 1, from the top) and each mean of the other two (1 to 5). */
const GRID = {
  5: ["new", "active", "active", "champions", "champions"],
  4: ["promising", "active", "active", "loyal", "loyal"],
  3: ["almost_lost", "almost_lost", "needs_attention", "loyal", "loyal"],
  2: ["dormant", "dormant", "at_risk", "at_risk", "previously_loyal"],
  1: ["dormant", "dormant", "at_risk", "at_risk", "previously_loyal"],
} as const satisfies Record<Score, readonly RfmGroup[]>;

/**
 * The group of a customer with purchases: Shopify's grid of the recency score and the mean of frequency and
 * monetary score, halves rounded up (help.shopify.com, "RFM customer analysis"). Without a purchase it is
 * `prospects`.
 */
export function groupOf(scores: RfmScores | null): RfmGroup {
  if (scores === null) return "prospects";
  const mean = toScore(Math.ceil((scores.frequency + scores.monetary) / 2));
  return GRID[scores.recency][mean - 1] ?? "prospects";
}

/** The grid as rows, for SQL: the group of each recency score and rounded mean. */
export const GROUP_CELLS: readonly { recency: Score; mean: number; group: RfmGroup }[] = (
  [1, 2, 3, 4, 5] as const
).flatMap((recency) => GRID[recency].map((group, index) => ({ recency, mean: index + 1, group })));
