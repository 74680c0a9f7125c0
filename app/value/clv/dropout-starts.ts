/**
 * Where the search for a model with dropout starts, as logarithms: alpha relative to the mean time between
 * purchases, a and b as in BG/NBD (s and beta of Pareto/NBD, the latter relative to that time too).
 */
export const DROPOUT_STARTS = [
  // Few are lost.
  { r: 0, alpha: 0, a: 0, b: 1 },
  // Many are lost, and buy faster until then.
  { r: 0, alpha: -2, a: 0, b: 0 },
  // A few busy ones buy most.
  { r: -2.5, alpha: -2.5, a: 0, b: 2 },
  // All are lost at once or never.
  { r: 0, alpha: -1, a: -2, b: -2 },
] as const;
