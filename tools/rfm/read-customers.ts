import { daysBetween, type Day } from "#app/platform/time.ts";
import type { CustomerFigures } from "#app/value/rfm/score-customers.ts";
import { eachOrder, type Order } from "../orders/each-order.ts";

type Known = { lastDay: Day; frequency: number; netMinor: number };

/**
 * Reads the orders up to and including a day, row by row, into figures a customer, in the order in which they
 * first appear; counts the orders after that day. Each order is a purchase, also several on one day.
 * @throws OrderFileError with the line and fault of the first bad rows, where there is one.
 */
export async function readCustomers(
  path: string,
  asOf: Day,
  currency: string,
): Promise<{ customers: CustomerFigures[]; later: number }> {
  const known = new Map<string, Known>();
  let later = 0;
  await eachOrder(path, currency, (order) => {
    if (order.day > asOf) later += 1;
    else add(known, order);
  });
  const customers = Array.from(known, ([id, { lastDay, frequency, netMinor }]) => {
    return { id, recencyDays: daysBetween(lastDay, asOf), frequency, netMinor };
  });
  return { customers, later };
}

function add(known: Map<string, Known>, { customerId, day, minor }: Order): void {
  const customer = known.get(customerId);
  const netMinor = (customer?.netMinor ?? 0) + minor;
  if (!Number.isSafeInteger(netMinor)) throw new RangeError("amount is too large to be added exactly");
  if (customer === undefined) {
    known.set(customerId, { lastDay: day, frequency: 1, netMinor });
    return;
  }
  if (day > customer.lastDay) customer.lastDay = day;
  customer.frequency += 1;
  customer.netMinor = netMinor;
}
