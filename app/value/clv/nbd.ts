import type { Row } from "./compress.ts";
import { fitParameters } from "./fit-parameters.ts";
import { meanGap, type PurchaseModel } from "./purchase-model.ts";
import { risingLogs } from "./rising-logs.ts";

/** Purchase rates are Gamma(r, alpha) over customers, and nobody is ever lost. */
type Nbd = { r: number; alpha: number };

/**
 * Fits the NBD model (Ehrenberg 1959, "The pattern of consumer purchases") to the moments of purchase:
 * the log-likelihood of a customer is ln (r)_x + r ln alpha - (r+x) ln(alpha+T).
 */
export function fitNbd(rows: readonly Row[]): PurchaseModel {
  const { parameters, logLikelihood } = fitParameters(
    rows,
    (some, [r = 0, alpha = 0]) => {
      const { value, gradient } = likelihood(some, { r, alpha });
      return { value, gradient: [gradient.r, gradient.alpha] };
    },
    [[0, Math.log(meanGap(rows))]],
  );
  const [r = 0, alpha = 0] = parameters;
  return {
    model: "nbd",
    parameters: { r, alpha },
    logLikelihood,
    alive: () => 1,
    expected: ({ x, T }, t) => ((r + x) / (alpha + T)) * t,
  };
}

function likelihood(rows: readonly Row[], { r, alpha }: Nbd): { value: number; gradient: Nbd } {
  const most = rows.reduce((max, { x }) => Math.max(max, x), 0);
  const rising = risingLogs(r, most);
  const logAlpha = Math.log(alpha);
  const sum = { value: 0, r: 0, alpha: 0 };
  for (const { x, T, weight } of rows) {
    const fall = logAlpha - Math.log(alpha + T);
    sum.value += weight * ((rising.log[x] ?? 0) + r * fall - x * Math.log(alpha + T));
    sum.r += weight * ((rising.slope[x] ?? 0) + fall);
    sum.alpha += weight * (r / alpha - (r + x) / (alpha + T));
  }
  const { value, ...gradient } = sum;
  return { value, gradient };
}
