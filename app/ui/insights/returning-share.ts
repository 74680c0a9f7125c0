import type { Returning } from "#app/insights/reports/returning-report.server.ts";

type MonthRow = Returning["months"][number];

export const RETURNING_MEASURES = ["spend", "orders", "customers"] as const;

export type ReturningMeasure = (typeof RETURNING_MEASURES)[number];

/** The latest month that is over; the current one where there is no other. */
export function lastFullMonth<Row>(months: readonly Row[]): Row | undefined {
  return months.at(-2) ?? months.at(-1);
}

export function measured(bought: MonthRow["new"], measure: ReturningMeasure): number {
  switch (measure) {
    case "spend":
      return bought.netMinor;
    case "orders":
      return bought.orders;
    case "customers":
      return bought.customers;
  }
}

/** The share of a month that came from returning customers; 0 where it had nothing. */
export function returningShare(month: MonthRow, measure: ReturningMeasure): number {
  const returning = measured(month.returning, measure);
  const all = returning + measured(month.new, measure);
  return all === 0 ? 0 : returning / all;
}
