import { DROPOUT, EARLY_CUSTOMERS, PURCHASE_RATE, RESELLERS } from "./calibration.ts";
import { type Calendar, cumulative, positionOf } from "./calendar.ts";
import type { Random } from "./random.ts";

/** A time of the generated history: day from 0, second of that day. */
export type Moment = { day: number; second: number };

/**
 * Gives the day on which the customer at a share of all customers (in order of arrival) comes first.
 * Arrivals follow the seasons, with more in the shop's first weeks.
 */
export function arrivals(calendar: Calendar): (share: number) => number {
  const weights = Array.from({ length: calendar.days }, (_, day) => {
    const busy = (calendar.busyUntil[day + 1] ?? 0) - (calendar.busyUntil[day] ?? 0);
    return busy * (1 + EARLY_CUSTOMERS.factor * Math.exp(-day / EARLY_CUSTOMERS.decayDays));
  });
  const arrived = cumulative(weights);
  return (share) => positionOf(arrived, share * (arrived.at(-1) ?? 0));
}

/**
 * When a customer buys, in order of time: BG/NBD (Fader, Hardie & Lee 2005). The first purchase is on
 * the day of arrival, the next ones come at a rate drawn from a gamma distribution, and after each
 * the customer leaves for good with a chance drawn from a beta distribution.
 */
export function drawPurchases(
  random: Random,
  calendar: Calendar,
  arrivalDay: number,
  reseller: boolean,
): Moment[] {
  const rate = reseller
    ? (random.gamma(2) / 2) * RESELLERS.ratePerDay
    : random.gamma(PURCHASE_RATE.r) / PURCHASE_RATE.alphaDays;
  const leaving = random.beta(DROPOUT.a, DROPOUT.b) * (reseller ? RESELLERS.dropoutFactor : 1);
  const end = calendar.busyUntil.at(-1) ?? 0;
  const moments: Moment[] = [{ day: arrivalDay, second: calendar.drawSecond(random) }];
  let busy = (calendar.busyUntil[arrivalDay] ?? 0) + random.uniform();
  while (!random.chance(leaving)) {
    busy += random.exponential(rate);
    if (busy >= end) break;
    moments.push({ day: positionOf(calendar.busyUntil, busy), second: calendar.drawSecond(random) });
  }
  return moments.sort((a, b) => a.day - b.day || a.second - b.second);
}

/** A time at which anybody might order. */
export function drawMoment(random: Random, calendar: Calendar): Moment {
  const busy = random.uniform() * (calendar.busyUntil.at(-1) ?? 0);
  return { day: positionOf(calendar.busyUntil, busy), second: calendar.drawSecond(random) };
}
