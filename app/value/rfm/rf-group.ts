import type { RfmScores } from "./group.ts";

/**
 * The ten groups of recency and frequency score, each with its cells as "RF" (recency 5 and frequency 1 is "51").
 * The map that retail analyses with Python have in common as `seg_map`; together its expressions match each of
 * the 25 cells once. The monetary score plays no part.
 */
export const RF_GROUPS = [
  { group: "champions", cells: /^5[45]$/ },
  { group: "loyal_customers", cells: /^[34][45]$/ },
  { group: "potential_loyalists", cells: /^[45][23]$/ },
  { group: "new_customers", cells: /^51$/ },
  { group: "promising", cells: /^41$/ },
  { group: "need_attention", cells: /^33$/ },
  { group: "about_to_sleep", cells: /^3[12]$/ },
  { group: "at_risk", cells: /^[12][34]$/ },
  { group: "cant_lose", cells: /^[12]5$/ },
  { group: "hibernating", cells: /^[12][12]$/ },
] as const;

export type RfGroup = (typeof RF_GROUPS)[number]["group"];

/** The group of a customer's scores from 1 to 5. */
export function rfGroupOf({ recency, frequency }: Pick<RfmScores, "recency" | "frequency">): RfGroup {
  const cell = `${recency}${frequency}`;
  const found = RF_GROUPS.find(({ cells }) => cells.test(cell));
  if (found === undefined) throw new RangeError(`Not a cell of recency and frequency: ${cell}`);
  return found.group;
}
