import { appendFileSync } from "node:fs";
import path from "node:path";

export type Table = "product" | "customer" | "order" | "order_line" | "refund";

const BUFFER_BYTES = 1 << 17;
/** No row is longer. */
const LONGEST_ROW_BYTES = 1 << 10;

type Sheet = { table: Table; part: number; rows: number; file: string; buffer: Buffer; length: number };

/** Rows of tables, written to files as they come: one file for each table and part of a shop's history. */
export class Spool {
  readonly #folder: string;
  readonly #sheets = new Map<string, Sheet>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `row`: a line of COPY text, without its end. */
  add(table: Table, part: number, row: string): void {
    const name = `${table}-${part}`;
    const sheet = this.#sheets.get(name) ?? this.#open(table, part, name);
    sheet.rows += 1;
    sheet.length += sheet.buffer.write(`${row}\n`, sheet.length);
    if (sheet.length > BUFFER_BYTES - LONGEST_ROW_BYTES) flush(sheet);
  }

  /** How many rows of a table there are, and the files that have them, by parts. */
  end(table: Table): { rows: number; files: string[] } {
    const sheets = [...this.#sheets.values()].filter((sheet) => sheet.table === table);
    for (const sheet of sheets) flush(sheet);
    return {
      rows: sheets.reduce((sum, { rows }) => sum + rows, 0),
      files: sheets.toSorted((a, b) => a.part - b.part).map(({ file }) => file),
    };
  }

  #open(table: Table, part: number, name: string): Sheet {
    const file = path.join(this.#folder, name);
    const sheet = { table, part, rows: 0, file, buffer: Buffer.allocUnsafe(BUFFER_BYTES), length: 0 };
    this.#sheets.set(name, sheet);
    return sheet;
  }
}

function flush(sheet: Sheet): void {
  appendFileSync(sheet.file, sheet.buffer.subarray(0, sheet.length));
  sheet.length = 0;
}
