import type { Row } from "./compress.ts";
import { DROPOUT_STARTS } from "./dropout-starts.ts";
import { expectedWhileAlive } from "./expected-purchases.ts";
import { fitParameters } from "./fit-parameters.ts";
import { meanGap, type Known, type PurchaseModel } from "./purchase-model.ts";
import { risingLogs } from "./rising-logs.ts";

/** Purchase rates are Gamma(r, alpha) over customers, the chance to be lost after a purchase is Beta(a, b). */
export type BetaGeometric = { r: number; alpha: number; a: number; b: number };

/** When a customer can be lost: after each repeat purchase (BG/NBD), or after the first one too (MBG/NBD). */
export type LossFrom = "repeat" | "first";

type Sum = { value: number; r: number; alpha: number; a: number; b: number };

/**
 * The log-likelihood of BG/NBD (Fader, Hardie & Lee 2005, "Counting your customers the easy way", Marketing
 * Science 24(2), formula 6) or MBG/NBD (Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007), with its
 * gradient. With k the times a customer could be lost (x or x + 1) it is for both
 * ln (r)_x + r ln alpha + ln (b)_k - ln (a+b)_k + ln[(alpha+T)^-(r+x) + a/(b+k-1) (alpha+tx)^-(r+x)],
 * where (z)_k is z (z+1) … (z+k-1) and the last term is missing for k = 0.
 */
export function betaGeometricLikelihood(
  rows: readonly Row[],
  { r, alpha, a, b }: BetaGeometric,
  from: LossFrom,
): { value: number; gradient: BetaGeometric } {
  const most = rows.reduce((max, { x }) => Math.max(max, x), 0) + 1;
  const [risingR, risingB, risingAB] = [risingLogs(r, most), risingLogs(b, most), risingLogs(a + b, most)];
  const logAlpha = Math.log(alpha);
  const sum: Sum = { value: 0, r: 0, alpha: 0, a: 0, b: 0 };
  for (const { x, tx, T, weight } of rows) {
    const k = from === "first" ? x + 1 : x;
    const logT = Math.log(alpha + T);
    let value = (risingR.log[x] ?? 0) + r * logAlpha - (r + x) * logT;
    let lost = 0;
    let logX = logT;
    if (k > 0) {
      logX = Math.log(alpha + tx);
      const odds = lostOdds({ r, a, b }, x, k, logT - logX);
      lost = odds.lost;
      value += odds.logTotal + (risingB.log[k] ?? 0) - (risingAB.log[k] ?? 0);
      sum.a += weight * (lost / a - (risingAB.slope[k] ?? 0));
      sum.b += weight * ((risingB.slope[k] ?? 0) - (risingAB.slope[k] ?? 0) - lost / (b + k - 1));
    }
    sum.value += weight * value;
    sum.r += weight * ((risingR.slope[x] ?? 0) + logAlpha - (1 - lost) * logT - lost * logX);
    sum.alpha += weight * (r / alpha - (r + x) * ((1 - lost) / (alpha + T) + lost / (alpha + tx)));
  }
  const { value, ...gradient } = sum;
  return { value, gradient };
}

/** The chance that a customer is lost by T, and ln[1 + odds], from ln((alpha+T)/(alpha+tx)). */
function lostOdds(
  rates: Omit<BetaGeometric, "alpha">,
  x: number,
  k: number,
  logRatio: number,
): { lost: number; logTotal: number } {
  const logOdds = lostLogOdds(rates, x, k, logRatio);
  if (logOdds > 0) {
    const inverse = Math.exp(-logOdds);
    return { lost: 1 / (1 + inverse), logTotal: logOdds + Math.log1p(inverse) };
  }
  const odds = Math.exp(logOdds);
  return { lost: odds / (1 + odds), logTotal: Math.log1p(odds) };
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
export function fitBetaGeometric(rows: readonly Row[], from: LossFrom): PurchaseModel {
  const gap = Math.log(meanGap(rows));
  const { parameters, logLikelihood } = fitParameters(
    rows,
    (some, values) => {
      const { value, gradient } = betaGeometricLikelihood(some, named(values), from);
      return { value, gradient: [gradient.r, gradient.alpha, gradient.a, gradient.b] };
    },
    DROPOUT_STARTS.map(({ r, alpha, a, b }) => [r, gap + alpha, a, b]),
  );
  return { ...betaGeometricModel(named(parameters), from), logLikelihood };
}

function named([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BetaGeometric {
  return { r, alpha, a, b };
}

/** What the model with these parameters says of a customer. */
export function betaGeometricModel(
  parameters: BetaGeometric,
  from: LossFrom,
): Omit<PurchaseModel, "logLikelihood"> {
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
  return { model, parameters, alive, expected };
}
