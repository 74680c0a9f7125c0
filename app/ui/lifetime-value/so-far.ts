import type { FittedReport } from "#app/value/clv/model-report.ts";

export type TrackedWeek = FittedReport["weeks"][number] & { madeSoFar: number; expectedSoFar: number };

/** The weeks with what was made and expected up to each. */
export function soFar(weeks: FittedReport["weeks"]): TrackedWeek[] {
  let [madeSoFar, expectedSoFar] = [0, 0];
  return weeks.map((week) => {
    madeSoFar += week.made;
    expectedSoFar += week.expected;
    return { ...week, madeSoFar, expectedSoFar };
  });
}
