import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Writable } from "node:stream";
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
  let failure: { error: unknown } | undefined;
  let done = false;
  const onRecord = (cells: string[], { lines }: { lines: number }): null => {
    if (done) return null;
    try {
      done = !take({ cells, line: lines - lineBreaks(cells) });
    } catch (error) {
      [done, failure] = [true, { error }];
    }
    if (done) reading.abort();
    return null;
  };
  const reading = new AbortController();
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, on_record: onRecord });
  const streams = zipped
    ? [createReadStream(path), createGunzip(), parser]
    : [createReadStream(path), parser];
  try {
    await pipeline([...streams, new Writable({ write: (_chunk, _encoding, next) => next() })], {
      signal: reading.signal,
    });
  } catch (error) {
    if (failure !== undefined) throw failure.error;
    if (done) return;
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
