import { maximise } from "./maximise.ts";
import { digamma, logGamma } from "./special-functions.ts";

/** Amounts are Gamma(p, nu) within a customer, nu is Gamma(q, v) over customers. */
export type GammaGamma = { p: number; q: number; v: number };

/** A customer's repeat purchases and their mean amount. */
export type Spend = { x: number; mean: number };

/** The customers with x repeat purchases: their sums spent, and the sum of the logarithms of their means. */
type Group = { x: number; sums: number[]; logMeans: number };

/**
 * Fits the Gamma-Gamma model (Fader & Hardie 2013, "The Gamma-Gamma model of monetary value", formula 1a) by
 * maximum likelihood over the customers with a repeat purchase and money.
 */
export function fitGammaGamma(spends: readonly Spend[]): {
  parameters: GammaGamma;
  logLikelihood: number;
  largestGradient: number;
} {
  const groups = groupsOf(spends);
  const count = groups.reduce((sum, { sums }) => sum + sums.length, 0);
  const scale = groups.reduce((sum, { x, sums }) => sum + total(sums) / x, 0) / count;
  const found = maximise(
    ([logP = 0, logQ = 0, logV = 0]) => {
      const [p, q, v] = [Math.exp(logP), Math.exp(logQ), Math.exp(logV)];
      const { value, gradient } = likelihoodOf(groups, { p, q, v });
      return {
        value: value / count,
        gradient: [(gradient.p * p) / count, (gradient.q * q) / count, (gradient.v * v) / count],
      };
    },
    [Math.log(2), Math.log(2), Math.log(scale)],
  );
  const [p = 0, q = 0, v = 0] = found.at.map(Math.exp);
  return {
    parameters: { p, q, v },
    logLikelihood: found.value * count,
    largestGradient: found.largestGradient,
  };
}

export function gammaGammaLikelihood(
  spends: readonly Spend[],
  parameters: GammaGamma,
): { value: number; gradient: GammaGamma } {
  return likelihoodOf(groupsOf(spends), parameters);
}

function groupsOf(spends: readonly Spend[]): Group[] {
  const groups = new Map<number, Group>();
  for (const { x, mean } of spends) {
    if (!(x > 0 && mean > 0)) continue;
    const group = groups.get(x) ?? { x, sums: [], logMeans: 0 };
    groups.set(x, group);
    group.sums.push(x * mean);
    group.logMeans += Math.log(mean);
  }
  return [...groups.values()];
}

/** All but ln(v + sum) depends on a customer by x alone, and is worked out once for each x. */
function likelihoodOf(
  groups: readonly Group[],
  { p, q, v }: GammaGamma,
): { value: number; gradient: GammaGamma } {
  const [logV, logGammaQ, slopeQ] = [Math.log(v), logGamma(q), digamma(q)];
  const result = { value: 0, p: 0, q: 0, v: 0 };
  for (const { x, sums, logMeans } of groups) {
    let [logs, inverses] = [0, 0];
    for (const sum of sums) {
      logs += Math.log(v + sum);
      inverses += 1 / (v + sum);
    }
    const [n, px, slope] = [sums.length, p * x, digamma(p * x + q)];
    const fixed = logGamma(px + q) - logGamma(px) - logGammaQ + q * logV + px * Math.log(x);
    result.value += n * fixed + (px - 1) * logMeans - (px + q) * logs;
    result.p += x * (n * (slope - digamma(px) + Math.log(x)) + logMeans - logs);
    result.q += n * (slope - slopeQ + logV) - logs;
    result.v += (n * q) / v - (px + q) * inverses;
  }
  const { value, ...gradient } = result;
  return { value, gradient };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * The mean amount to expect of a customer (Fader & Hardie 2013, formula 5). It does not exist for who has no
 * repeat purchase where q is 1 or less: then it is `otherwise`.
 */
export function expectedAmount({ p, q, v }: GammaGamma, { x, mean }: Spend, otherwise: number): number {
  const money = x > 0 && mean > 0 ? x : 0;
  const weight = p * money + q - 1;
  return weight > 0 ? (p * (v + mean * money)) / weight : otherwise;
}
