import { RFM_GROUPS } from "./group.ts";
import { RF_GROUPS } from "./rf-group.ts";
import { VALUE_GROUPS } from "./value-group.ts";

const SCORES = [5, 4, 3, 2, 1] as const;

/** "rf_at_risk": one of the ten groups of recency and frequency. */
export const RF_KEYS = RF_GROUPS.map(({ group }) => `rf_${group}` as const);
/** "r5_fm4": a cell of Shopify's grid, recency 5 and mean of frequency and monetary 4. */
export const GRID_KEYS = SCORES.flatMap((recency) => SCORES.map((mean) => `r${recency}_fm${mean}` as const));
/** "543": one of the 125 cells, recency 5, frequency 4, monetary 3. */
export const CELL_KEYS = SCORES.flatMap((recency) =>
  SCORES.flatMap((frequency) => SCORES.map((monetary) => `${recency}${frequency}${monetary}` as const)),
);

/**
 * Every group of every grouping and every cell, each by a key of its own, as its tag has it. Shopify's eleven and the
 * eight of high and low go by their names.
 */
export const GROUP_KEYS = [...RFM_GROUPS, ...RF_KEYS, ...VALUE_GROUPS, ...GRID_KEYS, ...CELL_KEYS] as const;

export type GroupKey = (typeof GROUP_KEYS)[number];

/** The group of such a key; undefined for any other text. */
export function toGroupKey(text: string): GroupKey | undefined {
  return GROUP_KEYS.find((key) => key === text);
}

/** All but Shopify's eleven: those whose customers carry a tag only where somebody asked for it. */
export const ASKED_GROUP_KEYS: readonly GroupKey[] = GROUP_KEYS.slice(RFM_GROUPS.length);
