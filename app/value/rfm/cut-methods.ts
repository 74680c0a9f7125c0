import { cutsOf, toScore, type Cuts, type ScoreCount } from "./score.ts";

export const CUT_METHODS = ["quantile", "mean", "median", "pareto"] as const;

export type CutMethod = (typeof CUT_METHODS)[number];

/**
 * Cuts a metric, of which more is better, by one of the methods. `money` is what the customer of each value
 * brought. All but quantile know two levels, high (the highest score) and low (1), and equal values are on the
 * same one:
 * - quantile: `count` parts of about as many customers, see `cutsOf`;
 * - mean: high is above the arithmetic mean;
 * - median: high is above the median, so at most half of all;
 * - pareto: high are those best in the metric who together bring 80 % of all money.
 */
export function cutsBy(
  method: CutMethod,
  values: readonly number[],
  money: readonly number[],
  count: ScoreCount,
): Cuts {
  if (values.length === 0) return [];
  switch (method) {
    case "quantile":
      return cutsOf(values, count);
    case "mean":
      return above(meanOf(values), values, count);
    case "median":
      return above(medianOf(values), values, count);
    case "pareto":
      return [{ score: count, from: paretoLimit(values, money) }];
  }
}

/**
 * Cuts a metric, of which more is better, at fixed values: the least of scores 2, 3, 4 and 5.
 * @throws RangeError where they are not four, each above the one before.
 */
export function cutsAt(limits: readonly number[]): Cuts {
  const rising = limits.every((limit, index) => limit > (limits[index - 1] ?? -Infinity));
  if (limits.length !== 4 || !rising)
    throw new RangeError("Four limits are needed, each better than the one before");
  return limitCuts(limits);
}

/** Cuts at the least values of scores 2, 3 and so on, each above the one before. */
export function limitCuts(limits: readonly number[]): Cuts {
  return limits.map((from, index) => ({ score: toScore(index + 2), from })).reverse();
}

export function meanOf(values: readonly number[]): number {
  return sum(values) / values.length;
}

function above(limit: number, values: readonly number[], count: ScoreCount): Cuts {
  const from = values.reduce((least, value) => (value > limit && value < least ? value : least), Infinity);
  return [{ score: count, from }];
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return meanOf(middle);
}

/** The smallest value that is still needed, from the best on, to reach 80 % of the money. */
function paretoLimit(values: readonly number[], money: readonly number[]): number {
  const total = sum(money);
  const bestFirst = values
    .map((value, index) => ({ value, money: money[index] ?? 0 }))
    .sort((a, b) => b.value - a.value);
  let reached = 0;
  const last = bestFirst.find((each) => {
    reached += each.money;
    return 5 * reached >= 4 * total;
  });
  return last?.value ?? Infinity;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
