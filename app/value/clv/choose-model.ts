import { fitPurchases } from "./fit-purchases.ts";
import { rowsOf, type Histories, type TestHistories } from "./histories.ts";
import { holdoutOf, type Holdout } from "./holdout.ts";
import type { Row } from "./compress.ts";
import type { Candidate } from "./model-report.ts";
import { MODEL_NAMES, type ModelName, type PurchaseModel } from "./purchase-model.ts";

/** Pareto/NBD's likelihood is an integral; with more distinct histories its fit would take a minute and more. */
const MOST_PARETO_ROWS = 10_000;

export type Choice = { chosen: PurchaseModel; candidates: Candidate[] };

/** Fits every model to what came before the time held out, and chooses the one with the smallest RMSE in it. */
export function chooseByTest(histories: TestHistories, heldOutDays: number): Choice {
  const { rows, spans } = rowsOf(histories);
  return choose(rows, (model) => {
    const expected: number[] = [];
    for (const [at, row] of rows.entries()) {
      const each = model.expected(row, heldOutDays);
      const until = spans[at]?.until ?? 0;
      while (expected.length < until) expected.push(each);
    }
    return holdoutOf(expected, histories.made);
  });
}

/** Where there is no time to hold out: the one that fits best for the parameters it has (Akaike 1974). */
export function chooseByFit(histories: Histories): Choice {
  return choose(rowsOf(histories).rows, () => null);
}

function choose(rows: readonly Row[], errorsOf: (model: PurchaseModel) => Holdout | null): Choice {
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
  rows: readonly Row[],
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
