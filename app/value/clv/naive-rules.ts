import type { Column, TestHistories } from "./histories.ts";

/** What anybody could predict without a model. */
export const NAIVE_RULES = ["same_rate", "same_count", "everybody_alike"] as const;

export type NaiveRule = (typeof NAIVE_RULES)[number];

/** Purchases that a rule expects of each customer in the time held out. */
export function naively(rule: NaiveRule, histories: TestHistories, heldOutDays: number): Column {
  const { repeats, ageDays, madeBefore } = histories;
  switch (rule) {
    // Everyone goes on at their own rate so far.
    case "same_rate":
      return Float64Array.from(repeats, (x, index) => {
        const age = ageDays[index] ?? 0;
        return age > 0 ? (x / age) * heldOutDays : 0;
      });
    // Everyone does again what they did in the last time of that length.
    case "same_count":
      return madeBefore;
    // Everyone buys at the rate of all customers together.
    case "everybody_alike": {
      const age = total(ageDays);
      const mean = age > 0 ? (total(repeats) / age) * heldOutDays : 0;
      return new Float64Array(repeats.length).fill(mean);
    }
  }
}

function total(values: Column): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
