import { addDays, addMonths, toDay, type Day } from "#app/platform/time.ts";

/** A calendar month of the shop: "2026-11", from its first to its last day. */
export type Month = { month: string; from: Day; until: Day };

/** How many months a page shows at most: more would neither be read nor fit. */
const MOST_MONTHS = 24;

/**
 * The months from that of `first` to that of `today`, the oldest first, and how many older ones are left out.
 * None where there is no first day.
 */
export function monthsFrom(first: Day | null, today: Day): { months: Month[]; leftOut: number } {
  if (first === null) return { months: [], leftOut: 0 };
  const count = monthsBetween(first, today) + 1;
  const shown = Math.min(count, MOST_MONTHS);
  const current = startOfMonth(today);
  return {
    months: Array.from({ length: shown }, (_, index) => monthAt(addMonths(current, index + 1 - shown))),
    leftOut: count - shown,
  };
}

/** The month in which a day lies, and the `count` after it. */
export function monthsAfter(today: Day, count: number): Month[] {
  return Array.from({ length: count + 1 }, (_, index) => monthAt(addMonths(startOfMonth(today), index)));
}

function monthAt(from: Day): Month {
  return { month: from.slice(0, 7), from, until: addDays(addMonths(from, 1), -1) };
}

function startOfMonth(day: Day): Day {
  return toDay(`${day.slice(0, 7)}-01`);
}

function monthsBetween(from: Day, to: Day): number {
  const count = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return count(to) - count(from);
}
