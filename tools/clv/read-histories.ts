import { currencyDigits } from "#app/platform/money.ts";
import { dayToDate, type Day } from "#app/platform/time.ts";
import type { Customer } from "#app/value/clv/estimate.ts";
import { eachOrder } from "../orders/each-order.ts";
import { OrderColumns } from "./order-columns.ts";

export type KnownCustomer = Customer & { id: string };

const DAY_MS = 86_400_000;

/**
 * Reads a file of orders into what was known of each customer at the end of the calibration, in the order in
 * which they first appear, and the purchases they made after it until the end of the observation (the last
 * order's day where it is not given). All of a customer's orders on one day are one purchase. Customers whose
 * first purchase came later are counted only.
 * @throws OrderFileError with the line and fault of the first bad rows, where there is one.
 */
export async function readHistories(
  path: string,
  currency: string,
  calibrationEnd: Day,
  observationEnd: Day | undefined,
): Promise<{ customers: KnownCustomer[]; newcomers: number; heldOutDays: number }> {
  const places = new Map<string, number>();
  const orders = new OrderColumns();
  const end = dayNumber(calibrationEnd);
  let lastDay = end;
  await eachOrder(path, currency, (order) => {
    const day = dayNumber(order.day);
    lastDay = Math.max(lastDay, day);
    const place = places.get(order.customerId) ?? places.size;
    places.set(order.customerId, place);
    orders.add(place, day, order.minor);
  });
  const last = observationEnd === undefined ? lastDay : dayNumber(observationEnd);
  const unit = 10 ** currencyDigits(currency);
  const customers: KnownCustomer[] = [];
  let newcomers = 0;
  const ids = places.keys();
  for (const minorByDay of orders.byCustomer()) {
    const id = ids.next().value ?? "";
    const customer = customerOf(minorByDay, end, last, unit);
    if (customer === undefined) newcomers += 1;
    else customers.push({ id, ...customer });
  }
  return { customers, newcomers, heldOutDays: last - end };
}

function customerOf(minorByDay: ReadonlyMap<number, number>, end: number, last: number, unit: number) {
  let [first, latest, frequency, minor, heldOut] = [Infinity, -Infinity, -1, 0, 0];
  for (const [day, amount] of minorByDay) {
    if (day > end) {
      if (day <= last) heldOut += 1;
      continue;
    }
    first = Math.min(first, day);
    latest = Math.max(latest, day);
    frequency += 1;
    minor += amount;
  }
  if (frequency < 0) return undefined;
  const repeatMinor = minor - (minorByDay.get(first) ?? 0);
  return {
    frequency,
    recencyDays: latest - first,
    ageDays: end - first,
    meanAmount: frequency === 0 ? 0 : repeatMinor / frequency / unit,
    heldOut,
  };
}

function dayNumber(day: Day): number {
  return dayToDate(day).getTime() / DAY_MS;
}
