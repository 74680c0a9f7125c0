import { shareMinor } from "../../shop/order-money.ts";

const MILLION = 1_000_000;

/** A fraction (0.1 = 10 %) of an amount in minor units, half a unit rounded up. */
export function fractionOf(amountMinor: number, fraction: number): number {
  return shareMinor(amountMinor, Math.round(fraction * MILLION), MILLION);
}

/**
 * Splits an amount over weights so that the parts add up to it exactly: every part is its share
 * rounded down, and the units left over go to the largest remainders, earlier parts first.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  if (whole === 0) return weights.map(() => 0);
  const shares = weights.map((weight, index) => {
    const exact = amountMinor * weight;
    return { index, part: Math.floor(exact / whole), remainder: exact % whole };
  });
  const left = amountMinor - shares.reduce((total, { part }) => total + part, 0);
  const first = [...shares].sort((a, b) => b.remainder - a.remainder || a.index - b.index).slice(0, left);
  const lucky = new Set(first.map(({ index }) => index));
  return shares.map(({ index, part }) => part + (lucky.has(index) ? 1 : 0));
}
