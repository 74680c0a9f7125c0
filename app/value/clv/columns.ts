import type { Rows } from "./compress.ts";

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
  weight: Int32Array;
};

/** Of the rows with at least so many purchases one by one; sums have all. */
export function columnsOf(rows: Rows, leastX: number): Columns {
  const places = new Map<number, number>();
  const [customersUntil, purchasesUntil, customersOf]: [number[], number[], number[]] = [[], [], []];
  const placeOf = (time: number): number => {
    let place = places.get(time);
    if (place !== undefined) return place;
    place = places.size;
    places.set(time, place);
    customersUntil.push(0);
    purchasesUntil.push(0);
    return place;
  };
  const { length } = rows;
  const [x, weight] = [new Int32Array(length), new Int32Array(length)];
  const [tx, T] = [new Int32Array(length), new Int32Array(length)];
  let kept = 0;
  for (const row of rows) {
    const end = placeOf(row.T);
    customersUntil[end] = (customersUntil[end] ?? 0) + row.weight;
    purchasesUntil[end] = (purchasesUntil[end] ?? 0) + row.weight * row.x;
    while (customersOf.length <= row.x) customersOf.push(0);
    customersOf[row.x] = (customersOf[row.x] ?? 0) + row.weight;
    if (row.x < leastX) continue;
    x[kept] = row.x;
    tx[kept] = placeOf(row.tx);
    T[kept] = end;
    weight[kept] = row.weight;
    kept += 1;
  }
  return {
    times: Float64Array.from(places.keys()),
    customersUntil: Float64Array.from(customersUntil),
    purchasesUntil: Float64Array.from(purchasesUntil),
    customersOf: Float64Array.from(customersOf),
    x: x.subarray(0, kept),
    tx: tx.subarray(0, kept),
    T: T.subarray(0, kept),
    weight: weight.subarray(0, kept),
  };
}
