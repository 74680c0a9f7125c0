import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

/** Writes lines to a file that appears, or changes, only when it is whole; to standard output without a path. */
export async function writeLines(lines: Iterable<string>, path: string | undefined): Promise<void> {
  if (path === undefined) {
    await pipeline(ended(lines), process.stdout, { end: false }).catch((error: unknown) => {
      // Whoever reads has had enough, as `head` has.
      if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
    });
    return;
  }
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await pipeline(ended(lines), createWriteStream(temporary));
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** A cell of a CSV file. */
export function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
