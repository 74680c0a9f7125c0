import type { Row, Rows } from "./compress.ts";
import type { Spend } from "./gamma-gamma.ts";

/** A number of each customer. */
export type Column = ArrayLike<number> & Iterable<number>;

/**
 * Customers with a purchase as columns, a number each: a shop of a million is then some megabytes. Sorted by
 * repeat purchases, recency and age, so that equal histories stand together. Days are counted from the first
 * purchase: to the last one, and to the end of the history.
 */
export type Histories = {
  repeats: Column;
  recencyDays: Column;
  ageDays: Column;
  /** Money of the repeat purchases, minor units. */
  repeatMinor: Column;
};

/** The same at the start of a time held out, with what was done in it. */
export type TestHistories = Histories & {
  /** Days with a purchase in the time held out, and their money. */
  made: Column;
  madeMinor: Column;
  /** Days with a purchase in a time as long as it, just before it. */
  madeBefore: Column;
};

/** Counts equal histories once, in days. The customers of a row follow on those of the row before. */
export function rowsOf(histories: Histories): Rows {
  let length = 0;
  for (let from = 0; from < histories.repeats.length; from = endOf(histories, from)) length += 1;
  return { length, [Symbol.iterator]: () => eachRow(histories) };
}

function* eachRow(histories: Histories): Generator<Row> {
  const { repeats, recencyDays, ageDays } = histories;
  for (let from = 0, until = 0; from < repeats.length; from = until) {
    until = endOf(histories, from);
    const [x = 0, tx = 0, T = 0] = [repeats[from], recencyDays[from], ageDays[from]];
    yield { x, tx, T, weight: until - from };
  }
}

/** Up to which customer the history of the one at `from` is the same. */
function endOf({ repeats, recencyDays, ageDays }: Histories, from: number): number {
  let until = from + 1;
  while (
    until < repeats.length &&
    repeats[until] === repeats[from] &&
    recencyDays[until] === recencyDays[from] &&
    ageDays[until] === ageDays[from]
  ) {
    until += 1;
  }
  return until;
}

/** A customer's repeat purchases and their mean amount in major units, as Gamma-Gamma takes them. */
export function spendOf({ repeats, repeatMinor }: Histories, index: number, unit: number): Spend {
  const x = repeats[index] ?? 0;
  return { x, mean: x > 0 ? (repeatMinor[index] ?? 0) / x / unit : 0 };
}

/** What customers with a repeat purchase spent, for the fit of their amounts. */
export function spendsOf(histories: Histories, unit: number): Iterable<Spend> {
  return { [Symbol.iterator]: () => eachSpend(histories, unit) };
}

function* eachSpend(histories: Histories, unit: number): Generator<Spend> {
  for (let index = 0; index < histories.repeats.length; index += 1) {
    const spend = spendOf(histories, index, unit);
    if (spend.x > 0) yield spend;
  }
}
