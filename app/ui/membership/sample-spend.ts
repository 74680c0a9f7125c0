import type { Definition } from "#app/membership/policy.ts";

/** The spend (minor units) of somebody half-way from a tier in the middle of the ladder to the next. */
export function sampleSpend(definition: Definition): number {
  const middle = Math.floor((definition.tiers.length - 1) / 2);
  const from = definition.tiers[middle]?.enterMinor ?? 0;
  const to = definition.tiers[middle + 1]?.enterMinor ?? from;
  return Math.floor((from + to) / 2);
}
