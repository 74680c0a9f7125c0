import { addDays, type Day } from "#app/platform/time.ts";

/** A week's repeat purchases of all customers together; `until` is its last day. */
export type Week = { until: Day; expected: number; made: number };

const WEEK = 7;

/**
 * Week by week what the customers known on `day` bought again, and what a model expects of new customers from
 * their first purchase on (Fader & Hardie's tracking plot). A week ends on `day`. `agesDays`: of each customer
 * on that day; `repeats`: repeat purchases by day after it, negative before; `daysAfter`: how far to look beyond.
 */
export function trackWeeks(
  day: Day,
  agesDays: Iterable<number>,
  repeats: ReadonlyMap<number, number>,
  daysAfter: number,
  expectedOfNew: (days: number) => number,
): Week[] {
  const customers = countBy(agesDays);
  const oldest = Math.max(0, ...customers.keys());
  const known = new Map<number, number>();
  const expectedUntil = (age: number): number => {
    const value = known.get(age) ?? expectedOfNew(age);
    known.set(age, value);
    return value;
  };
  const cumulated = (end: number): number => {
    let sum = 0;
    for (const [age, count] of customers) if (age + end > 0) sum += count * expectedUntil(age + end);
    return sum;
  };
  const made = new Map<number, number>();
  for (const [at, count] of repeats) {
    const week = Math.ceil(at / WEEK);
    made.set(week, (made.get(week) ?? 0) + count);
  }
  const weeks: Week[] = [];
  let before = 0;
  for (let week = -Math.floor(oldest / WEEK); week <= Math.floor(daysAfter / WEEK); week += 1) {
    const until = cumulated(week * WEEK);
    weeks.push({ until: addDays(day, week * WEEK), expected: until - before, made: made.get(week) ?? 0 });
    before = until;
  }
  return weeks;
}

function countBy(values: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
