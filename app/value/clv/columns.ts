import type { Row } from "./compress.ts";

/**
 * Rows side by side as a likelihood runs through them. What depends on x alone, or on T alone, is summed once for
 * each value that occurs; and as times repeat, their logarithms are taken once for each.
 */
export type Columns = {
  /** Every tx and T that occurs, once. */
  times: Float64Array;
  /** Weight and repeat purchases of the rows whose T is each of these. */
  customersUntil: Float64Array;
  purchasesUntil: Float64Array;
  /** Weight of the rows with each x, from 0 on. */
  customersOf: Float64Array;
  /** Of each row; tx and T are places in `times`. */
  x: Int32Array;
  tx: Int32Array;
  T: Int32Array;
  weight: Float64Array;
};

/** Of the rows that are `wanted` one by one; sums have all. */
export function columnsOf(rows: readonly Row[], wanted: (row: Row) => boolean): Columns {
  const places = new Map<number, number>();
  const placeOf = (time: number): number => {
    let place = places.get(time);
    if (place === undefined) places.set(time, (place = places.size));
    return place;
  };
  const kept = rows.filter(wanted);
  const [x, tx, T] = [new Int32Array(kept.length), new Int32Array(kept.length), new Int32Array(kept.length)];
  const weight = new Float64Array(kept.length);
  for (const [index, row] of kept.entries()) {
    x[index] = row.x;
    tx[index] = placeOf(row.tx);
    T[index] = placeOf(row.T);
    weight[index] = row.weight;
  }
  for (const row of rows) placeOf(row.T);
  const [customersUntil, purchasesUntil] = [new Float64Array(places.size), new Float64Array(places.size)];
  const customersOf = new Float64Array(rows.reduce((most, row) => Math.max(most, row.x), 0) + 1);
  for (const row of rows) {
    add(customersUntil, placeOf(row.T), row.weight);
    add(purchasesUntil, placeOf(row.T), row.weight * row.x);
    add(customersOf, row.x, row.weight);
  }
  return {
    times: Float64Array.from(places.keys()),
    customersUntil,
    purchasesUntil,
    customersOf,
    x,
    tx,
    T,
    weight,
  };
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
