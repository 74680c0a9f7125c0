/** What a model expects of the customers it learned from in the next days, and how much of it is chance. */
export type Ahead = { days: number; purchases: number; variance: number };

const LEAST_DAYS = 7;
/** Deviations that chance alone passes once in some hundred looks. */
const CHANCE = 3;
/** A model that is a little off stays: another fit of nearly the same history would be as much off. */
const SHARE = 0.2;

/**
 * Have the customers bought so much more or less since the fit than expected that the model no longer holds:
 * beyond what chance explains, and by more than a fifth? Not asked before a week has passed. Within the few
 * weeks of `ahead`, purchases and their variance grow about evenly.
 */
export function hasDrifted(ahead: Ahead, days: number, made: number): boolean {
  if (days < LEAST_DAYS) return false;
  const share = days / ahead.days;
  const expected = ahead.purchases * share;
  const off = Math.abs(made - expected);
  return off > CHANCE * Math.sqrt(ahead.variance * share) && off > SHARE * expected;
}
