import type { Limits, Rhythm } from "#app/value/lifecycle/rhythm.ts";

/** A rhythm with limits of its own after the first purchase, the second and later ones: a quarter is usual, and twice as much has lapsed. */
export function rhythmOfLimits(slipping: readonly [number, number, number], loyalFrom = 4): Rhythm {
  const [first, second, later] = slipping;
  return { after: [limits(first), limits(second), limits(later)], loyalFrom };
}

function limits(slippingDays: number): Limits {
  return {
    usualDays: Math.floor(slippingDays / 4),
    slippingDays,
    lapsedDays: 2 * slippingDays,
    origin: "own",
    gaps: 100,
    share: 0.5,
    horizonDays: 400,
    curve: [],
  };
}
