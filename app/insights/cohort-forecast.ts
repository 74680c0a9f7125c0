import { chanceToBuy } from "#app/value/clv/chance-to-buy.ts";
import type { Known, PurchaseModel } from "#app/value/clv/purchase-model.ts";

/** What a cohort did, or is expected to do, in a span of time. */
export type CohortCell = {
  orders: number;
  netMinor: number;
  /** Customers who bought in it. */
  customers: number;
  /** Customers with a second day of purchase by the end of it: those of all spans up to this one. */
  returned: number;
};

/** Customers of a cohort with the same history; what they spent after their first days is summed up. */
export type Alike = Known & { customers: number; repeatMinor: number };

/** What one says of future purchases: the model of when, and of how much. */
export type Forecaster = {
  model: Pick<PurchaseModel, "model" | "parameters" | "alive" | "expected">;
  /** The mean amount of a purchase day to expect of who has x repeat ones of this mean amount, in minor units. */
  amount: (spend: { x: number; mean: number }) => number;
  /** To the model all of a day is one purchase: how many orders that is. */
  ordersPerDay: number;
};

/**
 * What to expect of a cohort in the spans between `ends`, days from now in rising order; the first span starts
 * now. Nobody joins the cohort any more.
 */
export function forecastCohort(
  cohort: readonly Alike[],
  { model, amount, ordersPerDay }: Forecaster,
  ends: readonly number[],
): CohortCell[] {
  const cells = ends.map(() => ({ orders: 0, netMinor: 0, customers: 0, returned: 0 }));
  for (const known of cohort) {
    const worth = amount({
      x: known.x,
      mean: known.x === 0 ? 0 : known.repeatMinor / known.customers / known.x,
    });
    let before = 0;
    cells.forEach((cell, index) => {
      const [from, until] = [ends[index - 1] ?? 0, ends[index] ?? 0];
      const bought = model.expected(known, until);
      cell.orders += known.customers * (bought - before) * ordersPerDay;
      cell.netMinor += known.customers * (bought - before) * worth;
      cell.customers += known.customers * chanceToBuy(model, known, from, until);
      cell.returned += known.customers * (known.x > 0 ? 1 : chanceToBuy(model, known, 0, until));
      before = bought;
    });
  }
  return cells;
}
