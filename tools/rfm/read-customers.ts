import { parseMinor } from "#app/platform/money.ts";
import { dateToDay, dayToDate, daysBetween, toDay, type Day } from "#app/platform/time.ts";
import type { CustomerFigures } from "#app/value/rfm/score-customers.ts";
import { columnsOf } from "../../practice-store/data/files/file-shop.ts";
import { readRows, type Row } from "../../practice-store/data/files/rows.ts";

/** Says what is wrong with a file of orders. */
export class OrderFileError extends Error {
  override name = "OrderFileError";
}

type Order = { customerId: string; day: Day; minor: number };

type Known = { lastDay: Day; frequency: number; netMinor: number };

const COLUMNS = ["customer_id", "date", "amount"];
const BAD_ROWS_SHOWN = 20;

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
  const problems: string[] = [];
  let read: ((row: Row) => Order) | undefined;
  let later = 0;
  for await (const row of readRows(path)) {
    if (read === undefined) {
      read = orderReader(row.cells, currency);
      continue;
    }
    try {
      const order = read(row);
      if (order.day > asOf) later += 1;
      else add(known, order);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`line ${row.line}: ${error.message}`);
      if (problems.length > BAD_ROWS_SHOWN) break;
    }
  }
  if (read === undefined) throw new OrderFileError(`${path} is empty`);
  if (problems.length > 0) {
    const more = problems.length > BAD_ROWS_SHOWN ? ["and more"] : [];
    const shown = [...problems.slice(0, BAD_ROWS_SHOWN), ...more];
    throw new OrderFileError(`${path} has bad rows:\n  ${shown.join("\n  ")}`);
  }
  const customers = Array.from(known, ([id, { lastDay, frequency, netMinor }]) => {
    return { id, recencyDays: daysBetween(lastDay, asOf), frequency, netMinor };
  });
  return { customers, later };
}

/** @throws RangeError where the text is no day of the calendar. */
export function parseDay(text: string): Day {
  const day = toDay(text);
  // 2026-02-30 is read as 2 March.
  if (dateToDay(dayToDate(day)) !== day) throw new RangeError(`Not a day: ${JSON.stringify(text)}`);
  return day;
}

function orderReader(header: readonly string[], currency: string): (row: Row) => Order {
  const column = columnsOf(header);
  const missing = COLUMNS.filter((name) => column(name) === undefined);
  if (missing.length > 0) {
    throw new OrderFileError(
      `line 1: the header lacks ${missing.join(", ")}; it is ${header.slice(0, 8).join(", ")}`,
    );
  }
  const places = COLUMNS.map((name) => column(name) ?? -1);
  return ({ cells }) => {
    if (cells.length !== header.length) {
      throw new RangeError(`it has ${cells.length} cells, the header has ${header.length}`);
    }
    const [customerId = "", date = "", amount = ""] = places.map((place) => cells[place]?.trim());
    if (customerId === "") throw new RangeError("customer_id is empty");
    const day = named("date", "a day as YYYY-MM-DD", date, () => parseDay(date));
    const minor = named("amount", "a decimal number such as 12.30", amount, () =>
      parseMinor(amount, currency),
    );
    if (minor < 0) throw new RangeError(`amount is below zero: ${amount}; take refunds off their order`);
    return { customerId, day, minor };
  };
}

function named<T>(column: string, wanted: string, text: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new RangeError(`${column} is not ${wanted}: ${JSON.stringify(text)}`, { cause: error });
  }
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
