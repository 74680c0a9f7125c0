/** What the models know of a customer: repeat purchases, and the days from the first to the last and to the end. */
export type History = { frequency: number; recencyDays: number; ageDays: number };

/** Customers with the same history: x repeat purchases, the last at tx, watched until T, in units of time. */
export type Row = { x: number; tx: number; T: number; weight: number };

/** Rows to go through as often as wanted, wherever they are kept; `length` counts them. */
export type Rows = Iterable<Row> & { readonly length: number };

/**
 * Counts equal histories once: the likelihood and the predictions depend on nothing else. `rowOf` tells for each
 * customer which row is theirs.
 */
export function compress(
  histories: readonly History[],
  daysPerUnit: number,
): { rows: Row[]; rowOf: Int32Array } {
  const rows: Row[] = [];
  const rowOf = new Int32Array(histories.length);
  const known = new Map<number, Map<number, number>>();
  histories.forEach(({ frequency, recencyDays, ageDays }, index) => {
    // Both are whole days, far below 2^26.
    const span = recencyDays * 2 ** 26 + ageDays;
    const bySpan = known.get(frequency) ?? new Map<number, number>();
    known.set(frequency, bySpan);
    const at = bySpan.get(span) ?? rows.length;
    rowOf[index] = at;
    const row = rows[at];
    if (row !== undefined) {
      row.weight += 1;
      return;
    }
    bySpan.set(span, at);
    rows.push({ x: frequency, tx: recencyDays / daysPerUnit, T: ageDays / daysPerUnit, weight: 1 });
  });
  return { rows, rowOf };
}
