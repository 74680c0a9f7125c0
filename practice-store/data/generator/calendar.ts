import { ORDERS_BY_HOUR, ORDERS_BY_MONTH, ORDERS_BY_WEEKDAY } from "./calibration.ts";
import { type Random, weightedIndex } from "./random.ts";
import { DAY_MS, dayNumber, monthsBefore, zoneClock } from "../zone.ts";

export const MONTHS_OF_HISTORY = 24;

/**
 * The days a generated shop has orders on. "Busy days" are days weighted by season and weekday: a
 * customer's purchases come at an even rate in busy days, hence with the seasons in calendar days.
 */
export type Calendar = {
  /** Number of the first day since 1970-01-01. */
  firstDay: number;
  days: number;
  /** The instant at which the shop is opened: the end of its last day. */
  endMs: number;
  /** Busy days from the start of the first day to the start of each, and to the end of the last. */
  busyUntil: readonly number[];
  instantMs(day: number, secondOfDay: number): number;
  /** A second of the day at which people order. */
  drawSecond(random: Random): number;
};

export function createCalendar(openedOn: string, zone: string): Calendar {
  const firstDay = dayNumber(monthsBefore(openedOn, MONTHS_OF_HISTORY));
  const days = dayNumber(openedOn) - firstDay;
  const instantMs = zoneClock(zone);
  const drawHour = weightedIndex(ORDERS_BY_HOUR);
  const weights = Array.from({ length: days }, (_, day) => busyness(firstDay + day));
  const mean = weights.reduce((total, weight) => total + weight, 0) / days;
  return {
    firstDay,
    days,
    endMs: instantMs(firstDay + days, 0),
    busyUntil: cumulative(weights.map((weight) => weight / mean)),
    instantMs: (day, secondOfDay) => instantMs(firstDay + day, secondOfDay),
    drawSecond: (random) => drawHour(random) * 3600 + random.int(3600),
  };
}

/** The last position whose cumulative value does not exceed the given one. */
export function positionOf(cumulativeValues: readonly number[], value: number): number {
  let low = 0;
  let high = cumulativeValues.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((cumulativeValues[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Sums of the first 0, 1, … all of the values. */
export function cumulative(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

function busyness(day: number): number {
  const date = new Date(day * DAY_MS);
  return (ORDERS_BY_MONTH[date.getUTCMonth()] ?? 0) * (ORDERS_BY_WEEKDAY[date.getUTCDay()] ?? 0);
}
