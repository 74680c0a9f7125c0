import { fitBetaGeometric } from "./beta-geometric.ts";
import type { Row } from "./compress.ts";
import { fitNbd } from "./nbd.ts";
import { fitParetoNbd } from "./pareto-nbd.ts";
import type { ModelName, PurchaseModel } from "./purchase-model.ts";

export type Fallback = { from: ModelName; to: "nbd"; reason: string };

/** Below these a fit says more of chance than of the shop. */
const FLOOR = { customers: 50, repeatCustomers: 30 } as const;

/** In log-likelihood; a model with two parameters more has to gain at least something. */
const LEAST_GAIN = 1e-3;
const LEAST_LOSS = 1e-6;

/** What is missing to the data floor; nothing where the history is enough. */
export function historyMissing(rows: readonly Row[]): string | undefined {
  const [customers, repeats] = [countOf(rows, 0), countOf(rows, 1)];
  if (customers >= FLOOR.customers && repeats >= FLOOR.repeatCustomers) return undefined;
  return (
    `not enough history: ${customers} customers, ${repeats} of them with a repeat purchase; ` +
    `${FLOOR.customers} and ${FLOOR.repeatCustomers} are needed`
  );
}

function countOf(rows: readonly Row[], leastX: number): number {
  return rows.reduce((sum, { x, weight }) => (x >= leastX ? sum + weight : sum), 0);
}

/**
 * Fits a model. Where the history shows no customer being lost, the dropout models lie on a ridge that ends in
 * NBD (a → 0, or s → 0): then NBD is taken, with the reason.
 */
export function fitPurchases(
  rows: readonly Row[],
  name: ModelName,
): { fitted: PurchaseModel; fallback?: Fallback } {
  const nbd = fitNbd(rows);
  if (name === "nbd") return { fitted: nbd };
  const fitted = fitDropout(rows, name);
  const reason = faultOf(fitted, nbd);
  return reason === undefined ? { fitted } : { fitted: nbd, fallback: { from: name, to: "nbd", reason } };
}

function fitDropout(rows: readonly Row[], name: Exclude<ModelName, "nbd">): PurchaseModel {
  switch (name) {
    case "bgnbd":
      return fitBetaGeometric(rows, "repeat");
    case "mbgnbd":
      return fitBetaGeometric(rows, "first");
    case "paretonbd":
      return fitParetoNbd(rows);
  }
}

function faultOf(fitted: PurchaseModel, nbd: PurchaseModel): string | undefined {
  const gain = fitted.logLikelihood - nbd.logLikelihood;
  const { a, b, s } = fitted.parameters;
  const loss = s ?? (a === undefined || b === undefined ? 0 : a / (a + b));
  if (
    !Number.isFinite(gain) ||
    !Object.values(fitted.parameters).every((each) => each > 0 && each < Infinity)
  ) {
    return "its likelihood has no finite maximum on this history";
  }
  if (gain < LEAST_GAIN) return `no customer seems to be lost: its likelihood is no better than that of nbd`;
  if (loss < LEAST_LOSS) return "no customer seems to be lost: its chance of dropout goes to zero";
  return undefined;
}
