import { columnsOf, type Columns } from "./columns.ts";
import type { Rows } from "./compress.ts";
import { fitParameters } from "./fit-parameters.ts";
import { chancesOfAtLeast } from "./negative-binomial.ts";
import { meanGap, type ForecastModel, type PurchaseModel } from "./purchase-model.ts";
import { risingLogs } from "./rising-logs.ts";

/** Purchase rates are Gamma(r, alpha) over customers, and nobody is ever lost. */
type Nbd = { r: number; alpha: number };

/**
 * Fits the NBD model (Ehrenberg 1959, "The pattern of consumer purchases") to the moments of purchase:
 * the log-likelihood of a customer is ln (r)_x + r ln alpha - (r+x) ln(alpha+T).
 */
export function fitNbd(rows: Rows): PurchaseModel {
  const { parameters, logLikelihood } = fitParameters(
    rows,
    (some) => {
      const columns = columnsOf(some, Infinity);
      return ([r = 0, alpha = 0]) => {
        const { value, gradient } = nbdSums(columns, { r, alpha });
        return { value, gradient: [gradient.r, gradient.alpha] };
      };
    },
    [[0, Math.log(meanGap(rows))]],
  );
  const [r = 0, alpha = 0] = parameters;
  return { ...nbdModel({ r, alpha }), logLikelihood };
}

/** What the model with these parameters says of a customer. */
export function nbdModel({ r, alpha }: Nbd): ForecastModel {
  return {
    model: "nbd",
    parameters: { r, alpha },
    alive: () => 1,
    expected: ({ x, T }, t) => ((r + x) / (alpha + T)) * t,
    atLeast: ({ x, T }, t, most) => chancesOfAtLeast(r + x, alpha + T, t, most),
  };
}

/** The log-likelihood of all customers and its gradient. */
export function nbdSums(
  { times, customersUntil, purchasesUntil, customersOf }: Columns,
  { r, alpha }: Nbd,
): { value: number; gradient: Nbd } {
  const rising = risingLogs(r, customersOf.length);
  const logAlpha = Math.log(alpha);
  const sum = { value: 0, r: 0, alpha: 0 };
  for (const [x, customers] of customersOf.entries()) {
    sum.value += customers * (rising.log[x] ?? 0);
    sum.r += customers * (rising.slope[x] ?? 0);
  }
  for (const [index, time] of times.entries()) {
    const [customers, purchases] = [customersUntil[index] ?? 0, purchasesUntil[index] ?? 0];
    const logT = Math.log(alpha + time);
    sum.value += customers * r * (logAlpha - logT) - purchases * logT;
    sum.r += customers * (logAlpha - logT);
    sum.alpha += (customers * r) / alpha - (customers * r + purchases) / (alpha + time);
  }
  const { value, ...gradient } = sum;
  return { value, gradient };
}
