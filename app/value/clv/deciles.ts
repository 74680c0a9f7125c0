/** A tenth of the customers: how many purchases were expected of each, and how many each made. */
export type Decile = { customers: number; expected: number; made: number };

export type Counted = { customers: number; expected: number; made: number };

const PARTS = 10;

/**
 * Sorts customers by what was expected of them into ten parts as equal as can be. `rows`: customers of whom the
 * same was expected, who stay together; `expected` is of each of them, `made` of all.
 */
export function decilesOf(rows: readonly Counted[]): Decile[] {
  const sorted = rows.toSorted((a, b) => a.expected - b.expected);
  const all = sorted.reduce((sum, { customers }) => sum + customers, 0);
  const parts: Counted[] = [];
  let before = 0;
  for (const { customers, expected, made } of sorted) {
    const part = Math.min(PARTS - 1, Math.floor(((before + customers / 2) / all) * PARTS));
    const own = (parts[part] ??= { customers: 0, expected: 0, made: 0 });
    own.customers += customers;
    own.expected += customers * expected;
    own.made += made;
    before += customers;
  }
  return parts
    .filter(({ customers }) => customers > 0)
    .map(({ customers, expected, made }) => ({
      customers,
      expected: expected / customers,
      made: made / customers,
    }));
}
