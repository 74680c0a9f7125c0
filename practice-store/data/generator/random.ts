import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { Quantile } from "./calibration.ts";

/**
 * A stream of random draws. Streams of one seed do not overlap in practice, and each can be had
 * without drawing the others first.
 */
export class Random {
  readonly #source: JumpableRandomGenerator;
  #spareNormal: number | undefined;

  constructor(seed: number, stream: number) {
    const word = (position: number): number => mix(mix(mix(seed) ^ stream) ^ (position + 1));
    this.#source = xoroshiro128plusFromState([word(0), word(1), word(2), word(3)]);
  }

  /** Between 0 and 1, never one of them. */
  uniform(): number {
    return ((this.#source.next() >>> 0) + 0.5) / 2 ** 32;
  }

  /** A whole number from 0 to `below - 1`. */
  int(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.int(list.length)];
    if (item === undefined) throw new Error("Nothing to pick from an empty list");
    return item;
  }

  exponential(rate: number): number {
    return -Math.log(this.uniform()) / rate;
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    const spare = this.#spareNormal;
    this.#spareNormal = undefined;
    if (spare !== undefined) return spare;
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spareNormal = y * factor;
      return x * factor;
    }
  }

  /** Gamma with rate 1 (Marsaglia & Tsang 2000, "A simple method for generating gamma variables"). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  beta(a: number, b: number): number {
    const x = this.gamma(a);
    return x / (x + this.gamma(b));
  }
}

/** The value at a share of a distribution given by some of its quantiles, log-linear between them. */
export function quantileAt(table: readonly Quantile[], share: number): number {
  const above = table.findIndex(([tableShare]) => tableShare >= share);
  const high = table[above === -1 ? table.length - 1 : above];
  const low = table[above === -1 ? table.length - 1 : Math.max(0, above - 1)];
  if (high === undefined || low === undefined) throw new Error("A table of quantiles needs an entry");
  const position = high[0] === low[0] ? 0 : (share - low[0]) / (high[0] - low[0]);
  return low[1] * (high[1] / low[1]) ** position;
}

/** Draws an index with a chance in proportion to its weight, in constant time (Walker's alias method). */
export function weightedIndex(weights: readonly number[]): (random: Random) => number {
  const mean = weights.reduce((total, weight) => total + weight, 0) / weights.length;
  const keep = weights.map((weight) => weight / mean);
  const alias = weights.map((_, index) => index);
  const small = [...keep.keys()].filter((index) => (keep[index] ?? 0) < 1);
  const large = [...keep.keys()].filter((index) => (keep[index] ?? 0) >= 1);
  for (let low = small.pop(); low !== undefined; low = small.pop()) {
    const high = large.at(-1);
    if (high === undefined) break;
    alias[low] = high;
    keep[high] = (keep[high] ?? 0) + (keep[low] ?? 0) - 1;
    if (keep[high] >= 1) continue;
    large.pop();
    small.push(high);
  }
  return (random) => {
    const index = random.int(weights.length);
    return random.uniform() < (keep[index] ?? 1) ? index : (alias[index] ?? index);
  };
}

/** Scrambles 32 bits so that neighbouring numbers have nothing in common (MurmurHash3's finalizer). */
function mix(value: number): number {
  let bits = (value + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
