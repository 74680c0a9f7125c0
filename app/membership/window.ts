import { addMonths, type Day } from "#app/platform/time.ts";
import type { Window } from "./policy.ts";

/** The day at whose start an order of the given day leaves the window: it counts while this is after today. */
export function leaveDay(window: Window, day: Day): Day {
  return addMonths(day, window.months);
}
