import type { LifecycleData } from "#app/insights/reports/lifecycle-report.server.ts";

export type StageRow = LifecycleData["stages"][number];

/** The share of all customers, from 0 to 1. */
export function shareOf(row: StageRow, stages: readonly StageRow[]): number {
  const all = stages.reduce((sum, { customers }) => sum + customers, 0);
  return all === 0 ? 0 : row.customers / all;
}

/** The share of those who ever bought that is slipping or has lapsed; null where nobody bought. */
export function awayShare(stages: readonly StageRow[]): number | null {
  let [buyers, away] = [0, 0];
  for (const { stage, customers } of stages) {
    if (stage === "prospect") continue;
    buyers += customers;
    if (stage === "slipping" || stage === "lapsed") away += customers;
  }
  return buyers === 0 ? null : away / buyers;
}
