import type { Spend } from "./gamma-gamma.ts";
import type { MoneyModel } from "./money-model.ts";
import { normalBelow } from "./special-functions.ts";

/** `holds` is the chance that it ends between the two: more than 0.8 where nothing at all is that likely. */
export type Interval = { low: number; high: number; holds: number };

type Part = { chance: number; logMean: number; deviation: number };

const HOLDS = 0.8;
const TAIL = (1 - HOLDS) / 2;
/** So many different numbers of purchases are looked at; where more are possible, neighbours are taken together. */
const PARTS = 24;
const HALVINGS = 22;
/** A part's normal distribution has nothing worth counting beyond so many deviations. */
const WIDEST = 6;
const LEAST_DEVIATION = 1e-6;

/**
 * Between which amounts a customer's money ends with a chance of 80 %: from `atLeast`, the chances of at least
 * 1, 2, … purchases, each number of them with its log-normal sum. Where no purchase at all has a chance of more
 * than a tenth, the interval begins at nothing and leaves all of its fifth above.
 */
export function moneyInterval(atLeast: readonly number[], money: MoneyModel, spend: Spend): Interval {
  const nothing = 1 - (atLeast[0] ?? 0);
  if (nothing >= HOLDS) return { low: 0, high: 0, holds: nothing };
  const parts = partsOf(atLeast, money, spend);
  if (!parts.every(({ logMean }) => Number.isFinite(logMean))) return { low: 0, high: 0, holds: 1 };
  if (nothing > TAIL) return { low: 0, high: quantile(parts, nothing, HOLDS), holds: HOLDS };
  return {
    low: quantile(parts, nothing, TAIL),
    high: quantile(parts, nothing, 1 - TAIL),
    holds: HOLDS,
  };
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

/** By halving, over the logarithm of the amount. */
function quantile(parts: readonly Part[], nothing: number, chance: number): number {
  let low = Math.min(...parts.map(({ logMean, deviation }) => logMean - WIDEST * deviation));
  let high = Math.max(...parts.map(({ logMean, deviation }) => logMean + WIDEST * deviation));
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    let below = nothing;
    for (const part of parts) below += part.chance * normalBelow((middle - part.logMean) / part.deviation);
    if (below < chance) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
