import type { StandingView, TrailRow } from "#app/insights/customer.server.ts";

/** The orders that stop counting next, all on one day; null where none counts. */
export type Leaving = { day: string; orders: string[]; minor: number };

/** Which orders stop counting next, and how much spend goes with them. */
export function nextLeaving(trail: readonly TrailRow[]): Leaving | null {
  const counting = trail.filter((row) => row.contributionMinor > 0);
  const day = counting.map((row) => row.leaves).toSorted()[0];
  if (day === undefined) return null;
  const going = counting.filter((row) => row.leaves === day);
  return {
    day,
    orders: going.map((row) => row.name),
    minor: going.reduce((sum, row) => sum + row.contributionMinor, 0),
  };
}

/** How much of the way to the next tier is done, in whole percent: 100 only where nothing is missing. */
export function progressPercent({
  spendMinor,
  progress,
}: Pick<StandingView, "spendMinor" | "progress">): number {
  if (progress === null) return 100;
  return Math.max(0, Math.min(99, Math.floor((100 * spendMinor) / progress.neededMinor)));
}
