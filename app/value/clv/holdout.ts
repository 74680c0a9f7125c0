export type Holdout = {
  /** Purchases expected, and made. */
  sum: number;
  actual: number;
  /** How much too many were expected, as a share of those made. */
  bias: number;
  mae: number;
  rmse: number;
};

/** Compares what was expected of each customer in a time that no model has seen with what they did. */
export function holdoutOf(expected: ArrayLike<number>, actual: ArrayLike<number>): Holdout {
  const total = { expected: 0, made: 0, errors: 0, squares: 0 };
  for (let index = 0; index < expected.length; index += 1) {
    const [value, made] = [expected[index] ?? 0, actual[index] ?? 0];
    total.expected += value;
    total.made += made;
    total.errors += Math.abs(value - made);
    total.squares += (value - made) ** 2;
  }
  return {
    sum: total.expected,
    actual: total.made,
    bias: total.made > 0 ? total.expected / total.made - 1 : 0,
    mae: total.errors / expected.length,
    rmse: Math.sqrt(total.squares / expected.length),
  };
}
