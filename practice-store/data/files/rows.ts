import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { z } from "zod";
import { ShopDataError } from "./left-out.ts";

/** The cells of one row and the line on which it starts (from 1). */
export type Row = { cells: string[]; line: number };

const parsedRow = z.object({
  record: z.custom<string[]>((value) => Array.isArray(value)),
  info: z.object({ lines: z.number() }),
});

/**
 * Reads a CSV file, plain or gzipped, row by row; the first row is the header. Rows may have fewer or
 * more cells than it. Throws ShopDataError where the file is missing or is no CSV.
 */
export async function* readRows(path: string): AsyncGenerator<Row> {
  const zipped = await isGzip(path);
  const file = createReadStream(path);
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  const reading = zipped ? pipeline(file, createGunzip(), parser) : pipeline(file, parser);
  // The loop below meets the same failure; nobody else waits for this promise.
  reading.catch(() => undefined);
  try {
    for await (const parsed of parser) {
      const { record, info } = parsedRow.parse(parsed);
      yield { cells: record, line: info.lines - lineBreaks(record) };
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ShopDataError(`${path} cannot be read as CSV: ${error.message}`, { cause: error });
  }
}

/**
 * Like `readRows`, but hands each row over at once, without a promise: several times as fast. Stops where `take`
 * answers false, or throws.
 */
export async function eachRow(path: string, take: (row: Row) => boolean): Promise<void> {
  const zipped = await isGzip(path);
  const reading = new AbortController();
  const failures: unknown[] = [];
  const onRecord = (cells: string[], { lines }: { lines: number }): null => {
    if (reading.signal.aborted) return null;
    try {
      if (!take({ cells, line: lines - lineBreaks(cells) })) reading.abort();
    } catch (error) {
      failures.push(error);
      reading.abort();
    }
    return null;
  };
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, on_record: onRecord });
  const file = createReadStream(path);
  const { signal } = reading;
  try {
    // Nothing comes out of the parser: what it makes is handed over already.
    parser.resume();
    await (zipped ? pipeline(file, createGunzip(), parser, { signal }) : pipeline(file, parser, { signal }));
  } catch (error) {
    if (failures.length > 0) throw failures[0];
    if (signal.aborted) return;
    if (!(error instanceof Error)) throw error;
    throw new ShopDataError(`${path} cannot be read as CSV: ${error.message}`, { cause: error });
  }
}

/** SHA-256 of a file, as hexadecimal text. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  await isGzip(path);
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    throw new ShopDataError(`There is no file ${path} that can be read`, { cause: error });
  });
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
