import { addDays, addMonths, toDay, type Day } from "#app/platform/time.ts";

/** The last days of the twelve months before this one, the oldest first: where a shop's history is replayed. */
export function replayDays(today: Day): Day[] {
  const first = toDay(`${today.slice(0, 7)}-01`);
  return Array.from({ length: 12 }, (_, index) => addDays(addMonths(first, index - 11), -1));
}
