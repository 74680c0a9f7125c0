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
export function holdoutOf(expected: readonly number[], actual: readonly number[]): Holdout {
  const errors = expected.map((value, index) => value - (actual[index] ?? 0));
  const [sum, made] = [total(expected), total(actual)];
  return {
    sum,
    actual: made,
    bias: made > 0 ? sum / made - 1 : 0,
    mae: total(errors.map(Math.abs)) / errors.length,
    rmse: Math.sqrt(total(errors.map((error) => error * error)) / errors.length),
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
