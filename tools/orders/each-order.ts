import { parseMinor } from "#app/platform/money.ts";
import { toDay, type Day } from "#app/platform/time.ts";
import { columnsOf } from "../../practice-store/data/files/file-shop.ts";
import { eachRow, type Row } from "../../practice-store/data/files/rows.ts";

/** Says what is wrong with a file of orders. */
class OrderFileError extends Error {
  override name = "OrderFileError";
}

export type Order = { customerId: string; day: Day; minor: number };

const COLUMNS = ["customer_id", "date", "amount"];
const BAD_ROWS_SHOWN = 20;

/**
 * Reads a file of orders row by row and hands each to `take`, which may throw a RangeError for one it can't take.
 * @throws OrderFileError with the line and fault of the first bad rows, where there is one.
 */
export async function eachOrder(path: string, currency: string, take: (order: Order) => void): Promise<void> {
  const problems: string[] = [];
  let read: ((row: Row) => Order) | undefined;
  await eachRow(path, (row) => {
    if (read === undefined) {
      read = orderReader(row.cells, currency);
      return true;
    }
    try {
      take(read(row));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`line ${row.line}: ${error.message}`);
    }
    return problems.length <= BAD_ROWS_SHOWN;
  });
  if (read === undefined) throw new OrderFileError(`${path} is empty`);
  if (problems.length > 0) {
    const more = problems.length > BAD_ROWS_SHOWN ? ["and more"] : [];
    const shown = [...problems.slice(0, BAD_ROWS_SHOWN), ...more];
    throw new OrderFileError(`${path} has bad rows:\n  ${shown.join("\n  ")}`);
  }
}

function orderReader(header: readonly string[], currency: string): (row: Row) => Order {
  const column = columnsOf(header);
  const missing = COLUMNS.filter((name) => column(name) === undefined);
  if (missing.length > 0) {
    throw new OrderFileError(
      `line 1: the header lacks ${missing.join(", ")}; it is ${header.slice(0, 8).join(", ")}`,
    );
  }
  const [customerAt = 0, dateAt = 0, amountAt = 0] = COLUMNS.map((name) => column(name));
  const days = new Map<string, Day>();
  return ({ cells }) => {
    if (cells.length !== header.length) {
      throw new RangeError(`it has ${cells.length} cells, the header has ${header.length}`);
    }
    const [customerId, date, amount] = [
      cellOf(cells, customerAt),
      cellOf(cells, dateAt),
      cellOf(cells, amountAt),
    ];
    if (customerId === "") throw new RangeError("customer_id is empty");
    const day = days.get(date) ?? named("date", "a day as YYYY-MM-DD", date, () => toDay(date));
    days.set(date, day);
    const minor = named("amount", "a decimal number such as 12.30", amount, () =>
      parseMinor(amount, currency),
    );
    if (minor < 0) throw new RangeError(`amount is below zero: ${amount}; take refunds off their order`);
    return { customerId, day, minor };
  };
}

function cellOf(cells: readonly string[], at: number): string {
  return cells[at]?.trim() ?? "";
}

function named<T>(column: string, wanted: string, text: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new RangeError(`${column} is not ${wanted}: ${JSON.stringify(text)}`, { cause: error });
  }
}
