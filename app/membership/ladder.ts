import type { Definition, Tier } from "./policy.ts";

export type RankedTier = { tier: Tier; rank: number };

/** The highest tier that the spend (minor units) reaches. */
export function tierFor(definition: Definition, spendMinor: number): RankedTier {
  const rank = Math.max(
    0,
    definition.tiers.findLastIndex((tier) => tier.enterMinor <= spendMinor),
  );
  return { tier: tierAt(definition, rank), rank };
}

/** The tier above, or null at the top. */
export function nextTier(definition: Definition, rank: number): RankedTier | null {
  const tier = definition.tiers[rank + 1];
  return tier === undefined ? null : { tier, rank: rank + 1 };
}

/** @throws RangeError where the ladder has no such rank. */
export function tierAt(definition: Definition, rank: number): Tier {
  const tier = definition.tiers[rank];
  if (tier === undefined) throw new RangeError(`No tier of rank ${rank}`);
  return tier;
}
