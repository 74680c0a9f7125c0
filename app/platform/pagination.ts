/** One page of a long list that is read by key, never by offset. */
export type PageOf<Row> = { rows: Row[]; next: string | null; previous: string | null };

/** Where a page lies: after or before the row with the given key, or at the start. */
export type Place = { after?: string | undefined; before?: string | undefined };

/**
 * Makes a page of the rows read: up to `size` + 1 of them in reading order, which is backwards from `before`.
 * The one too many says that there is more.
 */
export function cutPage<Row>(
  read: readonly Row[],
  size: number,
  place: Place,
  keyOf: (row: Row) => string,
): PageOf<Row> {
  const backwards = place.before !== undefined;
  const more = read.length > size;
  const kept = read.slice(0, size);
  const rows = backwards ? kept.toReversed() : kept;
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = backwards ? more : place.after !== undefined;
  return {
    rows,
    next: (backwards || more) && last !== undefined ? keyOf(last) : null,
    previous: hasPrevious && first !== undefined ? keyOf(first) : null,
  };
}
