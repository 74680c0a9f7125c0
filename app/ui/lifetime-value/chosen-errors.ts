import type { Candidate, FittedReport } from "#app/value/clv/model-report.ts";

/** The errors of the model that was chosen by the test: the smallest. Null where there was none. */
export function chosenErrors({ candidates }: Pick<FittedReport, "candidates">): Candidate["errors"] {
  return candidates
    .flatMap(({ errors }) => errors ?? [])
    .reduce<Candidate["errors"]>(
      (best, each) => (best === null || each.rmse < best.rmse ? each : best),
      null,
    );
}
