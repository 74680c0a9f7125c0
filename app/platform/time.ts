import { Temporal } from "temporal-polyfill";
import type { Brand } from "./brand.ts";

/** A calendar day of the shop's time zone, "2026-11-24". */
export type Day = Brand<string, "Day">;

function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(text);
  // 2026-02-30 would be read as 2 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** @throws RangeError where the text is no ISO day. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${JSON.stringify(text)}`);
  return text;
}

/** The shop day in which an instant falls. `timeZone` is an IANA name. */
export function dayOf(instant: Date, timeZone: string): Day {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return toDay(zoned.toPlainDate().toString());
}

/** The instant at which a shop day starts (daylight saving observed). */
export function startOfDay(day: Day, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

export function addDays(day: Day, days: number): Day {
  return toDay(Temporal.PlainDate.from(day).add({ days }).toString());
}

/** The same day of the month, `months` later; the month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  return toDay(Temporal.PlainDate.from(day).add({ months }).toString());
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** A day as a `date` column wants it: midnight UTC. */
export function dayToDate(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The day of a `date` column's value. */
export function dateToDay(date: Date): Day {
  return toDay(date.toISOString().slice(0, 10));
}
