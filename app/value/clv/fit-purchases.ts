import { fitBetaGeometric } from "./beta-geometric.ts";
import type { Rows } from "./compress.ts";
import type { FallbackReason } from "./fallback.ts";
import { fitNbd } from "./nbd.ts";
import { fitParetoNbd } from "./pareto-nbd.ts";
import type { ModelName, PurchaseModel } from "./purchase-model.ts";

export type PurchaseFallback = { from: ModelName; to: "nbd"; reason: FallbackReason };

/** A history that is too thin: how many customers it has, and how many of them with a repeat purchase. */
export type Thin = { customers: number; repeatCustomers: number };

/** Below these a fit says more of chance than of the shop. */
export const FLOOR = { customers: 50, repeatCustomers: 30 } as const;

/** In log-likelihood; a model with two parameters more has to gain at least something. */
const LEAST_GAIN = 1e-3;
const LEAST_LOSS = 1e-6;

/** Whether a history is below the data floor; nothing where it is enough. */
export function thinHistory(rows: Rows): Thin | undefined {
  const [customers, repeatCustomers] = [countOf(rows, 0), countOf(rows, 1)];
  const enough = customers >= FLOOR.customers && repeatCustomers >= FLOOR.repeatCustomers;
  return enough ? undefined : { customers, repeatCustomers };
}

function countOf(rows: Rows, leastX: number): number {
  let customers = 0;
  for (const { x, weight } of rows) if (x >= leastX) customers += weight;
  return customers;
}

/**
 * Fits a model. Where the history shows no customer being lost, the dropout models lie on a ridge that ends in
 * NBD (a → 0, or s → 0): then NBD is taken, with the reason.
 */
export function fitPurchases(
  rows: Rows,
  name: ModelName,
): { fitted: PurchaseModel; fallback?: PurchaseFallback } {
  const nbd = fitNbd(rows);
  if (name === "nbd") return { fitted: nbd };
  const fitted = fitDropout(rows, name);
  const reason = faultOf(fitted, nbd);
  return reason === undefined ? { fitted } : { fitted: nbd, fallback: { from: name, to: "nbd", reason } };
}

function fitDropout(rows: Rows, name: Exclude<ModelName, "nbd">): PurchaseModel {
  switch (name) {
    case "bgnbd":
      return fitBetaGeometric(rows, "repeat");
    case "mbgnbd":
      return fitBetaGeometric(rows, "first");
    case "paretonbd":
      return fitParetoNbd(rows);
  }
}

function faultOf(fitted: PurchaseModel, nbd: PurchaseModel): FallbackReason | undefined {
  const gain = fitted.logLikelihood - nbd.logLikelihood;
  const { a, b, s } = fitted.parameters;
  const loss = s ?? (a === undefined || b === undefined ? 0 : a / (a + b));
  if (
    !Number.isFinite(gain) ||
    !Object.values(fitted.parameters).every((each) => each > 0 && each < Infinity)
  ) {
    return "no_maximum";
  }
  if (gain < LEAST_GAIN) return "no_gain";
  if (loss < LEAST_LOSS) return "no_dropout";
  return undefined;
}
