import type { Rows } from "./compress.ts";
import { DROPOUT_STARTS } from "./dropout-starts.ts";
import { fitParameters } from "./fit-parameters.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { chancesOfAtLeast } from "./negative-binomial.ts";
import { meanGap, type ForecastModel, type Known, type PurchaseModel } from "./purchase-model.ts";
import { risingLogs } from "./rising-logs.ts";

/** Purchase rates are Gamma(r, alpha) over customers, rates at which they are lost Gamma(s, beta). */
export type ParetoNbd = { r: number; alpha: number; s: number; beta: number };

/** Where the integrand has fallen by e^-45 it adds nothing to a double. */
const DEEPEST = 45;
const NODES = gaussLegendre(40);
const LIVES = gaussLegendre(8);

/**
 * The log-likelihood of Pareto/NBD (Schmittlein, Morrison & Colombo 1987, "Counting your customers: who are they
 * and what will they do next?"), with its gradient, before its integral over the moment of loss u is written as
 * two 2F1 (Fader & Hardie 2005, "A note on deriving the Pareto/NBD model", formula 16):
 * ln (r)_x + r ln alpha + s ln beta + ln[(alpha+T)^-(r+x) (beta+T)^-s
 *   + s ∫ from tx to T of (alpha+u)^-(r+x) (beta+u)^-(s+1) du].
 * The integral is smooth and positive: Gauss and Legendre's rule, over ln(alpha+u), gives it and its derivatives.
 */
export function paretoNbdLikelihood(rows: Rows, params: ParetoNbd): { value: number; gradient: ParetoNbd } {
  const { r, alpha, s, beta } = params;
  let most = 0;
  for (const { x } of rows) most = Math.max(most, x);
  const rising = risingLogs(r, most);
  const sum = { value: 0, r: 0, alpha: 0, s: 0, beta: 0 };
  for (const row of rows) {
    const { x, weight } = row;
    const { log, means } = lossOf(row, params);
    sum.value += weight * ((rising.log[x] ?? 0) + r * Math.log(alpha) + s * Math.log(beta) + log);
    sum.r += weight * ((rising.slope[x] ?? 0) + Math.log(alpha) - means.logAlpha);
    sum.alpha += weight * (r / alpha - (r + x) * means.overAlpha);
    sum.s += weight * (Math.log(beta) - means.logBeta + means.lost / s);
    sum.beta += weight * (s / beta - means.powerOverBeta);
  }
  const { value, ...gradient } = sum;
  return { value, gradient };
}

/**
 * The bracket's logarithm, and means over the moments at which the customer may have been lost (and T for who is
 * not).
 */
function lossOf({ x, tx, T }: Known, { r, alpha, s, beta }: ParetoNbd) {
  const power = r + x;
  const [start, end] = [Math.log(alpha + tx), Math.log(alpha + T)];
  // All is relative to the integrand at tx, so that nothing under- or overflows.
  const top = -power * start - s * Math.log(beta + tx);
  const kept = Math.exp(-power * end - s * Math.log(beta + T) - top);
  const sum = { total: 0, lost: 0, logAlpha: 0, overAlpha: 0, logBeta: 0, powerOverBeta: 0 };
  const add = (mass: number, u: number, betaPower: number, lost: number) => {
    sum.total += mass;
    sum.lost += mass * lost;
    sum.logAlpha += mass * Math.log(alpha + u);
    sum.overAlpha += mass / (alpha + u);
    sum.logBeta += mass * Math.log(beta + u);
    sum.powerOverBeta += (mass * betaPower) / (beta + u);
  };
  add(kept, T, s, 0);
  // By then either of its two factors alone has fallen that deep.
  const lossDeep = Math.log1p(((beta + tx) / (alpha + tx)) * Math.expm1(DEEPEST / s));
  const width = Math.min(end - start, DEEPEST / power, lossDeep);
  for (const { at, weight } of NODES) {
    const step = width * at;
    const u = tx + (alpha + tx) * Math.expm1(step);
    const fall = -power * step - s * Math.log((beta + u) / (beta + tx));
    add(((weight * width * s * (alpha + u)) / (beta + u)) * Math.exp(fall), u, s + 1, 1);
  }
  const { total, ...parts } = sum;
  return {
    log: top + Math.log(total),
    alive: kept / total,
    means: {
      lost: parts.lost / total,
      logAlpha: parts.logAlpha / total,
      overAlpha: parts.overAlpha / total,
      logBeta: parts.logBeta / total,
      powerOverBeta: parts.powerOverBeta / total,
    },
  };
}

/** Fits Pareto/NBD by maximum likelihood, over the logarithms of the parameters. */
export function fitParetoNbd(rows: Rows): PurchaseModel {
  const gap = Math.log(meanGap(rows));
  const { parameters, logLikelihood } = fitParameters(
    rows,
    (some) => (values) => {
      const { value, gradient } = paretoNbdLikelihood(some, named(values));
      return { value, gradient: [gradient.r, gradient.alpha, gradient.s, gradient.beta] };
    },
    DROPOUT_STARTS.map(({ r, alpha, a, b }) => [r, gap + alpha, a, gap + b]),
  );
  return { ...paretoNbdModel(named(parameters)), logLikelihood };
}

function named([r = 0, alpha = 0, s = 0, beta = 0]: readonly number[]): ParetoNbd {
  return { r, alpha, s, beta };
}

/** What the model with these parameters says of a customer (Fader & Hardie 2005, formulas 18, 36 and 41). */
export function paretoNbdModel(parameters: ParetoNbd): ForecastModel {
  const { r, alpha, s, beta } = parameters;
  const alive = (known: Known) => lossOf(known, parameters).alive;
  const expected = (known: Known, t: number) =>
    alive(known) *
    ((r + known.x) / (alpha + known.T)) *
    (beta + known.T) *
    expectedLife(s, Math.log1p(t / (beta + known.T)));
  return {
    model: "paretonbd",
    parameters,
    alive,
    expected,
    atLeast: (known, t, most) => {
      const sum: number[] = [];
      const live = alive(known);
      for (const { chance, time } of livesAhead(s, beta + known.T, t)) {
        chancesOfAtLeast(r + known.x, alpha + known.T, time, most).forEach((each, n) => {
          sum[n] = (sum[n] ?? 0) + live * chance * each;
        });
      }
      return sum;
    },
  };
}

/**
 * How much of t a customer who is alive lives, whose rate of loss is Gamma(s, rate): all of it, or a time that
 * Gauss and Legendre's rule takes from the chances to be lost by then.
 */
function livesAhead(s: number, rate: number, t: number): { chance: number; time: number }[] {
  const lost = -Math.expm1(-s * Math.log1p(t / rate));
  const parts = LIVES.map(({ at, weight }) => ({
    chance: lost * weight,
    time: Math.min(t, rate * Math.expm1(-Math.log1p(-lost * at) / s)),
  }));
  return [{ chance: 1 - lost, time: t }, ...parts];
}

/** (1 - e^-((s-1) y)) / (s-1), which is y at s = 1. */
function expectedLife(s: number, y: number): number {
  return s === 1 ? y : -Math.expm1((1 - s) * y) / (s - 1);
}
