import { curvatureAt, maximise, type Objective } from "./maximise.ts";
import { digamma, logGamma } from "./special-functions.ts";

/** Amounts are Gamma(p, nu) within a customer, nu is Gamma(q, v) over customers. */
export type GammaGamma = { p: number; q: number; v: number };

/** A customer's repeat purchases and their mean amount. */
export type Spend = { x: number; mean: number };

/** The customers with x repeat purchases: their sums spent, and the sum of the logarithms of their means. */
type Group = { x: number; sums: Float64Array; logMeans: number };

/** So many customers choose the start. */
const SOME = 5000;

/**
 * Fits the Gamma-Gamma model (Fader & Hardie 2013, "The Gamma-Gamma model of monetary value", formula 1a) by
 * maximum likelihood over the customers with a repeat purchase and money. Where there are many, some of them
 * choose the start.
 */
export function fitGammaGamma(spends: Iterable<Spend>): {
  parameters: GammaGamma;
  logLikelihood: number;
  largestGradient: number;
} {
  const all = groupsOf(spends);
  const count = customersOf(all);
  const scale = all.reduce((sum, { x, sums }) => sum + total(sums) / x, 0) / count;
  const every = Math.ceil(count / SOME);
  const few = meanOverLogs(every > 1 ? everyNth(all, every) : all);
  const start = maximise(few, [Math.log(2), Math.log(2), Math.log(scale)]);
  const found = every > 1 ? maximise(meanOverLogs(all), start.at, curvatureAt(few, start.at)) : start;
  const [p = 0, q = 0, v = 0] = found.at.map(Math.exp);
  return {
    parameters: { p, q, v },
    logLikelihood: found.value * count,
    largestGradient: found.largestGradient,
  };
}

/** A customer's mean likelihood, over the logarithms of the parameters. */
function meanOverLogs(groups: readonly Group[]): Objective {
  const count = customersOf(groups);
  return ([logP = 0, logQ = 0, logV = 0]) => {
    const [p, q, v] = [Math.exp(logP), Math.exp(logQ), Math.exp(logV)];
    const { value, gradient } = likelihoodOf(groups, { p, q, v });
    return {
      value: value / count,
      gradient: [(gradient.p * p) / count, (gradient.q * q) / count, (gradient.v * v) / count],
    };
  };
}

export function gammaGammaLikelihood(
  spends: Iterable<Spend>,
  parameters: GammaGamma,
): { value: number; gradient: GammaGamma } {
  return likelihoodOf(groupsOf(spends), parameters);
}

function groupsOf(spends: Iterable<Spend>): Group[] {
  const sizes: number[] = [];
  for (const spend of spends) if (counts(spend)) sizes[spend.x] = (sizes[spend.x] ?? 0) + 1;
  const columns = sizes.map((size) => ({ sums: new Float64Array(size), filled: 0 }));
  for (const spend of spends) {
    const column = counts(spend) ? columns[spend.x] : undefined;
    if (column === undefined) continue;
    column.sums[column.filled] = spend.x * spend.mean;
    column.filled += 1;
  }
  const groups: Group[] = [];
  columns.forEach(({ sums }, x) => groups.push(groupOf(x, sums)));
  return groups;
}

function counts({ x, mean }: Spend): boolean {
  return x > 0 && mean > 0;
}

function groupOf(x: number, sums: Float64Array): Group {
  return { x, sums, logMeans: logsOf(sums, 0).logs - sums.length * Math.log(x) };
}

/** The first of each n customers. */
function everyNth(groups: readonly Group[], n: number): Group[] {
  let before = 0;
  return groups.map(({ x, sums }) => {
    const some = sums.filter((_, index) => (before + index) % n === 0);
    before += sums.length;
    return groupOf(x, some);
  });
}

function customersOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { sums }) => sum + sums.length, 0);
}

/** All but ln(v + sum) depends on a customer by x alone, and is worked out once for each x. */
function likelihoodOf(
  groups: readonly Group[],
  { p, q, v }: GammaGamma,
): { value: number; gradient: GammaGamma } {
  const [logV, logGammaQ, slopeQ] = [Math.log(v), logGamma(q), digamma(q)];
  const result = { value: 0, p: 0, q: 0, v: 0 };
  for (const { x, sums, logMeans } of groups) {
    const { logs, inverses } = logsOf(sums, v);
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

/** A product is turned into a logarithm before it passes what a double holds. */
const LARGE = 1e150;
const SMALL = 1e-150;

/** The sums of ln(v + each) and of 1/(v + each): many factors share a logarithm. */
function logsOf(sums: Float64Array, v: number): { logs: number; inverses: number } {
  let [logs, inverses, product] = [0, 0, 1];
  for (const sum of sums) {
    const factor = v + sum;
    inverses += 1 / factor;
    product *= factor;
    if (product < LARGE && product > SMALL) continue;
    logs += Math.log(product);
    product = 1;
  }
  return { logs: logs + Math.log(product), inverses };
}

function total(values: Float64Array): number {
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
