/** Below this part of the work the pace says little. */
const SMALLEST_PART = 0.03;

/**
 * Milliseconds until `total` things are done at the pace so far; null where too little is done to tell.
 * `elapsedMs` is the time since the work began.
 */
export function timeLeft(work: { done: number; total: number; elapsedMs: number }): number | null {
  const { done, total, elapsedMs } = work;
  if (total <= 0 || done / total < SMALLEST_PART) return null;
  return Math.max(0, Math.round((elapsedMs / done) * (total - done)));
}
