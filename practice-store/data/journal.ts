import { appendFileSync, existsSync, readFileSync, truncateSync } from "node:fs";
import { z } from "zod";
import type { RecordKind, Records } from "../shop/model.ts";
import type { Change, ShopStore } from "../shop/store.ts";
import { ShopDataError } from "./files/left-out.ts";

/** How long a change may wait in memory before it is written: what a crash can lose. */
const WRITE_EVERY_MS = 200;

/** A record as it was written by us: no more is checked than that it is a thing with an id. */
function put<K extends RecordKind>(kind: K) {
  const record = z.custom<Records[K]>(
    (value) => typeof value === "object" && value !== null && "id" in value,
  );
  return z.object({ kind: z.literal(kind), record });
}

const kinds = [
  "customers",
  "orders",
  "products",
  "collections",
  "metafields",
  "metafieldDefinitions",
  "segments",
  "discounts",
] as const satisfies RecordKind[];

const entrySchema = z.union([
  z.discriminatedUnion("kind", [
    put("customers"),
    put("orders"),
    put("products"),
    put("collections"),
    put("metafields"),
    put("metafieldDefinitions"),
    put("segments"),
    put("discounts"),
  ]),
  z.object({ removed: z.enum(kinds), id: z.number() }),
]);

type Entry = z.infer<typeof entrySchema>;

/**
 * Repeats the changes of a journal on the store, and gives their number. A last line that was cut off
 * when the program was killed is taken off the file; any other line that is no change throws
 * ShopDataError.
 */
export function replayJournal(path: string, store: ShopStore): number {
  if (!existsSync(path)) return 0;
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf("\n") + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.toString("utf8", 0, end).split("\n").slice(0, -1);
  for (const [index, line] of lines.entries()) {
    const entry = entrySchema.safeParse(parseJson(line));
    if (!entry.success) throw new ShopDataError(`${path}: line ${String(index + 1)} is no change of a shop`);
    apply(store, entry.data);
  }
  return lines.length;
}

/** Appends every change of the store to the journal from now on, until it is stopped. */
export function keepJournal(path: string, store: ShopStore): { stop(): void } {
  let waiting: string[] = [];
  const write = (): void => {
    if (waiting.length === 0) return;
    appendFileSync(path, waiting.join(""));
    waiting = [];
  };
  const note = (change: Change): void => {
    waiting.push(`${JSON.stringify(entryOf(change))}\n`);
  };
  store.changes.on("change", note);
  const timer = setInterval(write, WRITE_EVERY_MS).unref();
  return {
    stop: () => {
      clearInterval(timer);
      store.changes.off("change", note);
      write();
    },
  };
}

function entryOf({ kind, id, after }: Change): object {
  return after === null ? { removed: kind, id } : { kind, record: after };
}

function apply(store: ShopStore, entry: Entry): void {
  if ("removed" in entry) store.unload(entry.removed, entry.id);
  else store.load(entry.kind, entry.record);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
