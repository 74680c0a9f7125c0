import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";
import type { Day } from "#app/platform/time.ts";

/** Customers who were in one group on a day and in another on a later one. */
export type GroupFlow = { from: RfmGroup; to: RfmGroup; customers: number };

/** A group between two days. `before` and `after` are customers at the end of each. */
export type GroupBalance = { group: RfmGroup; before: number; came: number; left: number; after: number };

/** The two days to compare, where both lie within what is known, in order; else null. */
export function flowDays(
  asked: { from?: Day | undefined; to?: Day | undefined },
  known: { since: Day; today: Day },
): { from: Day; to: Day } | null {
  const { from, to } = asked;
  if (from === undefined || to === undefined) return null;
  return known.since <= from && from < to && to <= known.today ? { from, to } : null;
}

/**
 * Each group between the two days. `sizes` are of today; `later` is what moved after the second day: taken back,
 * it gives the sizes of that day.
 */
export function balancesOf(
  sizes: ReadonlyMap<RfmGroup, number>,
  flows: readonly GroupFlow[],
  later: readonly GroupFlow[],
): GroupBalance[] {
  return RFM_GROUPS.map((group) => {
    const after = (sizes.get(group) ?? 0) - came(later, group) + left(later, group);
    const balance = { group, came: came(flows, group), left: left(flows, group), after };
    return { ...balance, before: after - balance.came + balance.left };
  });
}

/** The group that grew or shrank most, prospects left out; null where nothing changed. */
export function largestChange(balances: readonly GroupBalance[]): { group: RfmGroup; net: number } | null {
  const [largest] = balances
    .filter(({ group }) => group !== "prospects")
    .map(({ group, before, after }) => ({ group, net: after - before }))
    .toSorted((a, b) => Math.abs(b.net) - Math.abs(a.net));
  return largest === undefined || largest.net === 0 ? null : largest;
}

function came(flows: readonly GroupFlow[], group: RfmGroup): number {
  return flows.reduce((sum, flow) => (flow.to === group ? sum + flow.customers : sum), 0);
}

function left(flows: readonly GroupFlow[], group: RfmGroup): number {
  return flows.reduce((sum, flow) => (flow.from === group ? sum + flow.customers : sum), 0);
}
