const WEEK = 7;
const LEAST_WEEKS = 8;
const MOST_WEEKS = 52;

/**
 * How many days at the end of a history are held out to test the models on: a third of it, in whole weeks. Two
 * thirds are left to learn from; the test is half as long as what was learned from, as far ahead as such a
 * history can say anything. Never more than the year that is predicted; below eight weeks chance and season
 * decide, and nothing is held out: 0.
 */
export function heldOutDays(historyDays: number): number {
  const weeks = Math.min(MOST_WEEKS, Math.floor(historyDays / 3 / WEEK));
  return weeks < LEAST_WEEKS ? 0 : weeks * WEEK;
}
