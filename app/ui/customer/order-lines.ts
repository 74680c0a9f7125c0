import type { TrailRow, UncountedOrder } from "#app/insights/customer.server.ts";

/** An order as the trail lists it. `minor`: its amount before refunds. */
export type OrderLine = {
  orderId: string;
  name: string;
  day: string;
  minor: number;
  refunds: { day: string; minor: number }[];
  contributionMinor: number;
} & ({ state: "counts" | "left"; leaves: string } | { state: UncountedOrder["reason"] });

/** All orders, those that count and those that don't, the latest first. */
export function orderLines(trail: readonly TrailRow[], uncounted: readonly UncountedOrder[]): OrderLine[] {
  const counted = trail.map(
    ({ orderId, name, day, leaves, grossMinor, refunds, contributionMinor, counts }): OrderLine => ({
      orderId,
      name,
      day,
      minor: grossMinor,
      refunds,
      contributionMinor,
      state: counts ? "counts" : "left",
      leaves,
    }),
  );
  const others = uncounted.map(({ reason, ...order }): OrderLine => ({
    ...order,
    refunds: [],
    contributionMinor: 0,
    state: reason,
  }));
  return [...counted, ...others].toSorted((a, b) => b.day.localeCompare(a.day));
}
