import { columnsOf, type Columns } from "./columns.ts";
import type { Rows } from "./compress.ts";
import { DROPOUT_STARTS } from "./dropout-starts.ts";
import { expectedWhileAlive } from "./expected-purchases.ts";
import { fitParameters } from "./fit-parameters.ts";
import { nbdSums } from "./nbd.ts";
import { chancesOfAtLeast } from "./negative-binomial.ts";
import { meanGap, type ForecastModel, type Known, type PurchaseModel } from "./purchase-model.ts";
import { risingLogs } from "./rising-logs.ts";

/** Purchase rates are Gamma(r, alpha) over customers, the chance to be lost after a purchase is Beta(a, b). */
export type BetaGeometric = { r: number; alpha: number; a: number; b: number };

/** A product is turned into a logarithm before it passes what a double holds. */
const LARGE = 1e300;

/** When a customer can be lost: after each repeat purchase (BG/NBD), or after the first one too (MBG/NBD). */
export type LossFrom = "repeat" | "first";

/**
 * The log-likelihood of BG/NBD (Fader, Hardie & Lee 2005, "Counting your customers the easy way", Marketing
 * Science 24(2), formula 6) or MBG/NBD (Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007), with its
 * gradient. With k the times a customer could be lost (x or x + 1) it is for both
 * ln (r)_x + r ln alpha + ln (b)_k - ln (a+b)_k + ln[(alpha+T)^-(r+x) + a/(b+k-1) (alpha+tx)^-(r+x)],
 * where (z)_k is z (z+1) … (z+k-1) and the last term is missing for k = 0. With (alpha+T)^-(r+x) taken out of the
 * bracket it is NBD's likelihood, terms of k alone, and ln[1 + odds that the customer is lost] row by row.
 */
export function betaGeometricLikelihood(
  rows: Rows,
  from: LossFrom,
): (parameters: BetaGeometric) => { value: number; gradient: BetaGeometric } {
  const extra = from === "first" ? 1 : 0;
  const columns = columnsOf(rows, 1 - extra);
  return (parameters) => {
    const nbd = nbdSums(columns, parameters);
    const chances = chanceSums(columns, parameters, extra);
    const lost = lostSums(columns, parameters, extra);
    return {
      value: nbd.value + chances.value + lost.value,
      gradient: {
        r: nbd.gradient.r + lost.r,
        alpha: nbd.gradient.alpha + lost.alpha,
        a: lost.customers / parameters.a - chances.slopeAB,
        b: chances.slopeB - chances.slopeAB - lost.overB,
      },
    };
  };
}

/** ln (b)_k - ln (a+b)_k of all customers, and the slopes of the two. */
function chanceSums({ customersOf }: Columns, { a, b }: BetaGeometric, extra: number) {
  const [risingB, risingAB] = [risingLogs(b, customersOf.length), risingLogs(a + b, customersOf.length)];
  const sum = { value: 0, slopeB: 0, slopeAB: 0 };
  for (const [x, customers] of customersOf.entries()) {
    const k = x + extra;
    sum.value += customers * ((risingB.log[k] ?? 0) - (risingAB.log[k] ?? 0));
    sum.slopeB += customers * (risingB.slope[k] ?? 0);
    sum.slopeAB += customers * (risingAB.slope[k] ?? 0);
  }
  return sum;
}

/** ln[1 + odds to be lost] of all rows, its slopes along r and alpha, and the customers who are lost. */
function lostSums(columns: Columns, parameters: BetaGeometric, extra: number) {
  const { r, alpha } = parameters;
  const { times, customersOf, x: xs, tx, T, weight } = columns;
  const logs = times.map((time) => Math.log(alpha + time));
  const inverses = times.map((time) => 1 / (alpha + time));
  const odds = customersOf.map((_, x) => lostLogOdds(parameters, x, x + extra, 0));
  const overB = customersOf.map((_, x) => 1 / (parameters.b + x + extra - 1));
  const sum = { value: 0, customers: 0, r: 0, alpha: 0, overB: 0 };
  // Of those who are alone with their history: many factors share a logarithm.
  let product = 1;
  for (let index = 0; index < xs.length; index += 1) {
    const x = xs[index] ?? 0;
    const start = tx[index] ?? 0;
    const end = T[index] ?? 0;
    const customers = weight[index] ?? 0;
    const power = r + x;
    const drop = (logs[end] ?? 0) - (logs[start] ?? 0);
    const logOdds = (odds[x] ?? 0) + power * drop;
    // Of the two, the one that can't overflow.
    const small = Math.exp(-Math.abs(logOdds));
    const lost = (customers * (logOdds > 0 ? 1 : small)) / (1 + small);
    sum.value += customers * Math.max(0, logOdds);
    if (customers === 1) product *= 1 + small;
    else sum.value += customers * Math.log1p(small);
    if (product > LARGE) {
      sum.value += Math.log(product);
      product = 1;
    }
    sum.customers += lost;
    sum.r += lost * drop;
    sum.alpha += lost * power * ((inverses[end] ?? 0) - (inverses[start] ?? 0));
    sum.overB += lost * (overB[x] ?? 0);
  }
  sum.value += Math.log(product);
  return sum;
}

function lostLogOdds(
  { r, a, b }: Omit<BetaGeometric, "alpha">,
  x: number,
  k: number,
  logRatio: number,
): number {
  return Math.log(a) - Math.log(b + k - 1) + (r + x) * logRatio;
}

/**
 * Fits BG/NBD or MBG/NBD by maximum likelihood, over the logarithms of the parameters. P(alive) is formula 7 of
 * Fader, Hardie & Lee's note of 2008 ("Computing P(alive) using the BG/NBD model"), with k as above; who is alive
 * has the rate Gamma(r + x, alpha + T) and the chance Beta(a, b + k).
 */
export function fitBetaGeometric(rows: Rows, from: LossFrom): PurchaseModel {
  const gap = Math.log(meanGap(rows));
  const { parameters, logLikelihood } = fitParameters(
    rows,
    (some) => {
      const likelihood = betaGeometricLikelihood(some, from);
      return (values) => {
        const { value, gradient } = likelihood(named(values));
        return { value, gradient: [gradient.r, gradient.alpha, gradient.a, gradient.b] };
      };
    },
    DROPOUT_STARTS.map(({ r, alpha, a, b }) => [r, gap + alpha, a, b]),
  );
  return { ...betaGeometricModel(named(parameters), from), logLikelihood };
}

function named([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BetaGeometric {
  return { r, alpha, a, b };
}

/** What the model with these parameters says of a customer. */
export function betaGeometricModel(parameters: BetaGeometric, from: LossFrom): ForecastModel {
  const { r, alpha, a, b } = parameters;
  const model = from === "first" ? "mbgnbd" : "bgnbd";
  const extra = from === "first" ? 1 : 0;
  const alive = ({ x, tx, T }: Known) => {
    const k = x + extra;
    return k === 0
      ? 1
      : 1 / (1 + Math.exp(lostLogOdds(parameters, x, k, Math.log((alpha + T) / (alpha + tx)))));
  };
  const expected = (known: Known, t: number) =>
    alive(known) * expectedWhileAlive(r + known.x, alpha + known.T, a, b + known.x + extra, t);
  // The nth purchase is made by who would buy n times and was not lost after one of the first n - 1.
  const atLeast = (known: Known, t: number, most: number) => {
    let staying = alive(known);
    return chancesOfAtLeast(r + known.x, alpha + known.T, t, most).map((chance, n) => {
      const made = staying * chance;
      const stays = b + known.x + extra + n;
      staying *= stays / (a + stays);
      return made;
    });
  };
  return { model, parameters, alive, expected, atLeast };
}
