import type { Row } from "./compress.ts";
import type { Spend } from "./gamma-gamma.ts";

/**
 * Customers with a purchase as columns, a number each: a shop of a million is then some megabytes. Sorted by
 * repeat purchases, recency and age, so that equal histories stand together. Days are counted from the first
 * purchase: to the last one, and to the end of the history.
 */
export type Histories = {
  repeats: number[];
  recencyDays: number[];
  ageDays: number[];
  /** Money of the repeat purchases, minor units. */
  repeatMinor: number[];
};

/** The same at the start of a time held out, with what was done in it. */
export type TestHistories = Histories & {
  /** Days with a purchase in the time held out, and their money. */
  made: number[];
  madeMinor: number[];
  /** Days with a purchase in a time as long as it, just before it. */
  madeBefore: number[];
};

/** Customers `from` up to before `until` have the same history. */
export type Span = { from: number; until: number };

/** Counts equal histories once, in days; `spans` has the customers of each row. */
export function rowsOf({ repeats, recencyDays, ageDays }: Histories): { rows: Row[]; spans: Span[] } {
  const rows: Row[] = [];
  const spans: Span[] = [];
  let from = 0;
  for (let index = 0; index < repeats.length; index += 1) {
    const next = index + 1;
    const same =
      repeats[next] === repeats[index] &&
      recencyDays[next] === recencyDays[index] &&
      ageDays[next] === ageDays[index];
    if (same) continue;
    const [x = 0, tx = 0, T = 0] = [repeats[index], recencyDays[index], ageDays[index]];
    rows.push({ x, tx, T, weight: next - from });
    spans.push({ from, until: next });
    from = next;
  }
  return { rows, spans };
}

/** A customer's repeat purchases and their mean amount in major units, as Gamma-Gamma takes them. */
export function spendOf({ repeats, repeatMinor }: Histories, index: number, unit: number): Spend {
  const x = repeats[index] ?? 0;
  return { x, mean: x > 0 ? (repeatMinor[index] ?? 0) / x / unit : 0 };
}

/** What customers with a repeat purchase spent, for the fit of their amounts. */
export function spendsOf(histories: Histories, unit: number): { frequency: number; meanAmount: number }[] {
  const spends = [];
  for (let index = 0; index < histories.repeats.length; index += 1) {
    const { x, mean } = spendOf(histories, index, unit);
    if (x > 0) spends.push({ frequency: x, meanAmount: mean });
  }
  return spends;
}
