/** 1 (worst) to 5 (best). */
export type Score = 1 | 2 | 3 | 4 | 5;

/**
 * The smallest value of each score that occurs, best score first. A value between two cuts has the lower one's
 * score; below the last cut, the lowest score.
 */
export type Cuts = readonly { score: Score; from: number }[];

/** How many scores a metric has. */
export type ScoreCount = 3 | 4 | 5;

/**
 * Cuts a list of values, of which more is better, into fifths (thirds, quarters): of n scores, a value's is
 * 1 + ⌊n × (how many are smaller) / (how many there are)⌋. Equal values score equally, so fifths may differ in
 * size and a score may be missing: where half of all customers bought once, they all score 1 and nobody
 * scores 2.
 */
export function cutsOf(values: readonly number[], count: ScoreCount = 5): Cuts {
  const sorted = values.toSorted((a, b) => a - b);
  const cuts: { score: Score; from: number }[] = [];
  let smaller = 0;
  for (const [index, value] of sorted.entries()) {
    if (value !== sorted[index - 1]) smaller = index;
    const score = toScore(1 + Math.floor((count * smaller) / sorted.length));
    if (cuts[0]?.score !== score) cuts.unshift({ score, from: value });
  }
  return cuts;
}

export function scoreOf(cuts: Cuts, value: number): Score {
  return cuts.find((cut) => cut.from <= value)?.score ?? 1;
}

/** @throws RangeError where the number is no score. */
export function toScore(value: number): Score {
  if (value === 1 || value === 2 || value === 3 || value === 4 || value === 5) return value;
  throw new RangeError(`Not a score: ${value}`);
}
