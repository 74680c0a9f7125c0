import type { Cohorts } from "#app/insights/reports/cohorts-report.server.ts";

type Cohort = Cohorts["cohorts"][number];
type Cell = Cohort["seen"][number];

export const MEASURES = ["retention", "orders", "spend"] as const;
export const PERS = ["customer", "cohort"] as const;
export const SPANS = ["month", "total"] as const;

export type CohortChoice = {
  /** Customers who bought, orders or net spend. */
  measure: (typeof MEASURES)[number];
  /** For each customer of the cohort on average (of retention: the share), or for the whole cohort. */
  per: (typeof PERS)[number];
  /** Of each month alone, or of all months up to it; of retention: who bought again by then. */
  span: (typeof SPANS)[number];
};

export type CohortValue = { value: number; state: "seen" | "unfinished" | "expected" };

/** A cohort's values, from the month of the first purchase to the last one that is foreseen. */
export function cohortValues(cohort: Cohort, choice: CohortChoice): CohortValue[] {
  const { seen, expected, customers } = cohort;
  const [rest, ...ahead] = expected;
  // Up to a month ahead, the rest of the current month is expected, too.
  const sums = choice.span === "total" && choice.measure !== "retention";
  let sum = 0;
  const add = (cell: Cell): number => {
    const value = valueOf(cell, choice);
    if (!sums) return value;
    return (sum += value);
  };
  const values: CohortValue[] = seen.map((cell, index) => ({
    value: add(cell),
    state: index === seen.length - 1 ? "unfinished" : "seen",
  }));
  if (rest !== undefined) add(rest);
  values.push(...ahead.map((cell) => ({ value: add(cell), state: "expected" as const })));
  return choice.per === "cohort"
    ? values
    : values.map((each) => ({ ...each, value: each.value / customers }));
}

function valueOf(cell: Cell, { measure, span }: CohortChoice): number {
  switch (measure) {
    case "retention":
      return span === "total" ? cell.returned : cell.customers;
    case "orders":
      return cell.orders;
    case "spend":
      return cell.netMinor;
  }
}

/**
 * What a customer did on average in (or up to) each month after the first purchase: over the cohorts for which that
 * month is over, each counting by its customers.
 */
export function averageValues(cohorts: readonly Cohort[], choice: Omit<CohortChoice, "per">): number[] {
  const sums: { value: number; customers: number }[] = [];
  for (const cohort of cohorts) {
    for (const [index, { value, state }] of cohortValues(cohort, { ...choice, per: "cohort" }).entries()) {
      if (state !== "seen") break;
      const { value: before, customers } = sums[index] ?? { value: 0, customers: 0 };
      sums[index] = { value: before + value, customers: customers + cohort.customers };
    }
  }
  return sums.map(({ value, customers }) => value / customers);
}
