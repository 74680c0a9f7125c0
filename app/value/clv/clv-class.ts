/** Who holds the top 60 % of predicted money is high; the next 30 % middle; the rest low. */
export const CLV_CLASSES = ["high", "middle", "low"] as const;

export type ClvClass = (typeof CLV_CLASSES)[number];

/** From which value on, in minor units, a customer is high or middle. */
export type ClassLimits = { highMinor: number; middleMinor: number };

const HIGH_SHARE = 0.6;
const MIDDLE_SHARE = 0.9;

/**
 * Goes through the customers from the most valuable down: high until 60 % of all value is reached, with the one
 * who reaches it; middle until 90 %. Equal values are of one class, the higher; who is worth nothing is low.
 */
export function classLimits(valuesMinor: Iterable<number>): ClassLimits {
  const descending = Float64Array.from(valuesMinor).sort().reverse();
  const total = descending.reduce((sum, value) => sum + value, 0);
  const limits = { highMinor: 1, middleMinor: 1 };
  let before = 0;
  for (const value of descending) {
    if (before >= MIDDLE_SHARE * total || value <= 0) break;
    if (before < HIGH_SHARE * total) limits.highMinor = value;
    limits.middleMinor = value;
    before += value;
  }
  return limits;
}

export function classOf({ highMinor, middleMinor }: ClassLimits, valueMinor: number): ClvClass {
  if (valueMinor >= highMinor) return "high";
  return valueMinor >= middleMinor ? "middle" : "low";
}
