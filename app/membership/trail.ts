import type { OrderId } from "#app/platform/ids.ts";
import type { Day } from "#app/platform/time.ts";
import { netSpend, type Purchase, type Refund } from "#app/value/purchase.ts";
import type { Window } from "./policy.ts";
import { leaveDay } from "./window.ts";

/** What one order does for a customer's standing. */
export type TrailEntry = {
  orderId: OrderId;
  name: string;
  day: Day;
  /** At its start the order leaves the window. */
  leaves: Day;
  grossMinor: number;
  refunds: readonly Refund[];
  /** Net spend while the order counts, 0 once it has left. All entries' sum is the spend in the window. */
  contributionMinor: number;
  state: "counts" | "left";
};

/** Every purchase with what it contributes today, the latest first. */
export function trailOf(window: Window, purchases: readonly Purchase[], today: Day): TrailEntry[] {
  return purchases
    .map((purchase): TrailEntry => {
      const leaves = leaveDay(window, purchase.day);
      const counts = leaves > today;
      return {
        orderId: purchase.orderId,
        name: purchase.name,
        day: purchase.day,
        leaves,
        grossMinor: purchase.grossMinor,
        refunds: purchase.refunds,
        contributionMinor: counts ? netSpend(purchase) : 0,
        state: counts ? "counts" : "left",
      };
    })
    .toSorted((a, b) => compare(b.day, a.day) || compare(b.orderId, a.orderId));
}

function compare<Value extends string | bigint>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
