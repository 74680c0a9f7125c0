import { fitPurchases } from "./fit-purchases.ts";
import { rowsOf, type Histories, type TestHistories } from "./histories.ts";
import { holdoutOf, type Holdout } from "./holdout.ts";
import type { Rows } from "./compress.ts";
import type { Candidate } from "./model-report.ts";
import { MODEL_NAMES, type ModelName, type PurchaseModel } from "./purchase-model.ts";

/** Pareto/NBD's likelihood is an integral; with more distinct histories its fit would take a minute and more. */
const MOST_PARETO_ROWS = 10_000;

export type Choice = { chosen: PurchaseModel; candidates: Candidate[] };

/** Fits every model to what came before the time held out, and chooses the one with the smallest RMSE in it. */
export function chooseByTest(histories: TestHistories, heldOutDays: number): Choice {
  const rows = rowsOf(histories);
  return choose(rows, (model) => {
    const expected = new Float64Array(histories.repeats.length);
    let from = 0;
    for (const row of rows) {
      expected.fill(model.expected(row, heldOutDays), from, from + row.weight);
      from += row.weight;
    }
    return holdoutOf(expected, histories.made);
  });
}

/** Where there is no time to hold out: the one that fits best for the parameters it has (Akaike 1974). */
export function chooseByFit(histories: Histories): Choice {
  return choose(rowsOf(histories), () => null);
}

function choose(rows: Rows, errorsOf: (model: PurchaseModel) => Holdout | null): Choice {
  const tried = MODEL_NAMES.map((name) => attempt(rows, name, errorsOf));
  const candidates = tried.map(({ candidate }) => candidate);
  const [best] = tried
    .flatMap(({ fitted, candidate }) => (fitted === null ? [] : [{ fitted, candidate }]))
    .toSorted((a, b) => rank(a.candidate) - rank(b.candidate));
  if (best === undefined) throw new RangeError("NBD always fits");
  return { chosen: best.fitted, candidates };
}

function rank({ errors, aic }: Candidate): number {
  return errors?.rmse ?? aic ?? Infinity;
}

function attempt(
  rows: Rows,
  model: ModelName,
  errorsOf: (model: PurchaseModel) => Holdout | null,
): { fitted: PurchaseModel | null; candidate: Candidate } {
  const without = (left: Candidate["left"]) => ({
    fitted: null,
    candidate: { model, left, aic: null, errors: null },
  });
  if (model === "paretonbd" && rows.length > MOST_PARETO_ROWS) return without("too_many_histories");
  const { fitted, fallback } = fitPurchases(rows, model);
  if (fallback !== undefined) return without(fallback.reason);
  const aic = 2 * Object.keys(fitted.parameters).length - 2 * fitted.logLikelihood;
  return { fitted, candidate: { model, left: null, aic, errors: errorsOf(fitted) } };
}
