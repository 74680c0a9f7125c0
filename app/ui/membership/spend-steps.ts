import type { LadderPreview } from "#app/membership/preview-ladder.server.ts";

export type SpendStep = { fromMinor: number; customers: number };

/**
 * The bins as corners of a histogram drawn in steps: each holds from its own amount to the next one's, and a
 * last corner closes the last bin.
 */
export function spendSteps(bins: LadderPreview["bins"]): SpendStep[] {
  const last = bins.at(-1);
  if (last === undefined) return [];
  return [...bins, { fromMinor: last.fromMinor + (bins[1]?.fromMinor ?? 1), customers: last.customers }];
}

/** The share of the buyers (0 to 1) that the highest tier has; 0 without buyers. */
export function topShare({ tiers, bins }: LadderPreview): number {
  const buyers = bins.reduce((sum, bin) => sum + bin.customers, 0);
  return buyers === 0 ? 0 : (tiers.at(-1)?.customers ?? 0) / buyers;
}
