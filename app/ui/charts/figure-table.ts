/** A table's column: its raw value goes into the CSV, its text on the page. */
export type Column<Row> = {
  heading: string;
  /** Days as ISO text, money as decimal text, shares from 0 to 1. */
  value: (row: Row) => string | number | null;
  /** As the reader's language writes it; the value itself without it. */
  text?: (row: Row) => string;
  numeric?: boolean;
};

/** The figures behind a chart. `name` is the CSV's file name, without its ending. */
export type FigureTable<Row> = { name: string; columns: readonly Column<Row>[]; rows: readonly Row[] };

/** What the CSV has: headings, then a line a row. */
export function toLines<Row>({ columns, rows }: FigureTable<Row>): (string | number | null)[][] {
  return [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ];
}

/** What the page shows. */
export function toCells<Row>({ columns, rows }: FigureTable<Row>): string[][] {
  return rows.map((row) => columns.map(({ value, text }) => text?.(row) ?? String(value(row) ?? "")));
}
