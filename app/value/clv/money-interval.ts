import type { Spend } from "./gamma-gamma.ts";
import type { MoneyModel } from "./money-model.ts";
import { normalBelow } from "./special-functions.ts";

/** `holds` is the chance that it ends between the two: more than 0.8 where nothing at all is likelier than that. */
export type Interval = { low: number; high: number; holds: number };

/** Where a customer's money ended: the model's chances of nothing at all, and of no more than what came. */
export type Ending = { nothing: number; below: number };

type Part = { chance: number; logMean: number; deviation: number };

/** Four of five customers are to end within their interval. */
export const HOLDS = 0.8;
/** So many different numbers of purchases are looked at; where more are possible, neighbours are taken together. */
const PARTS = 24;
const HALVINGS = 22;
/** A part's normal distribution has nothing worth counting beyond so many deviations. */
const WIDEST = 6;
const LEAST_DEVIATION = 1e-6;

/**
 * Between which amounts the money of four of five such customers ends: from `atLeast`, the chances of at least
 * 1, 2, … purchases, each number of them with its log-normal sum. `level` is how much of this distribution that
 * takes (`interval-level.ts`). Where no purchase at all is likelier than half of the rest, the interval begins at
 * nothing and leaves all of the rest above.
 */
export function moneyInterval(
  atLeast: readonly number[],
  money: MoneyModel,
  spend: Spend,
  level: number,
): Interval {
  const nothing = 1 - (atLeast[0] ?? 0);
  if (nothing >= level) return { low: 0, high: 0, holds: nothing };
  const parts = partsOf(atLeast, money, spend);
  if (!parts.every(isFinite)) return { low: 0, high: 0, holds: 1 };
  const tail = (1 - level) / 2;
  const [low, high] =
    nothing > tail
      ? [0, quantile(parts, nothing, level)]
      : [quantile(parts, nothing, tail), quantile(parts, nothing, 1 - tail)];
  return { low, high, holds: HOLDS };
}

/** The chances of nothing, and of no more than `made`, by the same distribution. */
export function endingOf(atLeast: readonly number[], money: MoneyModel, spend: Spend, made: number): Ending {
  const nothing = 1 - (atLeast[0] ?? 0);
  if (!(made > 0)) return { nothing, below: nothing };
  return { nothing, below: chanceBelow(partsOf(atLeast, money, spend), nothing, Math.log(made)) };
}

function partsOf(atLeast: readonly number[], money: MoneyModel, spend: Spend): Part[] {
  const stride = Math.ceil(atLeast.length / PARTS);
  const parts: Part[] = [];
  for (let from = 0; from < atLeast.length; from += stride) {
    const until = Math.min(from + stride, atLeast.length);
    const chance = (atLeast[from] ?? 0) - (atLeast[until] ?? 0);
    const { logMean, deviation } = money.sumOf(spend, (from + 1 + until) / 2);
    parts.push({ chance, logMean, deviation: Math.max(deviation, LEAST_DEVIATION) });
  }
  return parts;
}

function isFinite({ logMean }: Part): boolean {
  return Number.isFinite(logMean);
}

function chanceBelow(parts: readonly Part[], nothing: number, logAmount: number): number {
  let below = nothing;
  for (const part of parts) below += part.chance * normalBelow((logAmount - part.logMean) / part.deviation);
  return below;
}

/** By halving, over the logarithm of the amount. */
function quantile(parts: readonly Part[], nothing: number, chance: number): number {
  let low = Math.min(...parts.map(({ logMean, deviation }) => logMean - WIDEST * deviation));
  let high = Math.max(...parts.map(({ logMean, deviation }) => logMean + WIDEST * deviation));
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (chanceBelow(parts, nothing, middle) < chance) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
