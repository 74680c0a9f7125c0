import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { z } from "zod";
import type { Message } from "./message.ts";

const message = z.object({
  webhookId: z.string(),
  eventId: z.string(),
  topic: z.string(),
  subjectId: z.number(),
  url: z.string(),
  body: z.string(),
  triggeredAt: z.string(),
}) satisfies z.ZodType<Message>;

const line = z.union([z.object({ sent: message }), z.object({ settled: z.string() })]);

function readUnsettled(path: string): Message[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  const unsettled = new Map<string, Message>();
  // What follows the last line break was being written when the program ended.
  for (const written of text.split("\n").slice(0, -1)) {
    const entry = line.parse(JSON.parse(written));
    if ("sent" in entry) unsettled.set(entry.sent.webhookId, entry.sent);
    else unsettled.delete(entry.settled);
  }
  return [...unsettled.values()];
}

/** Messages that a restarted store has still to deliver, kept in a file of lines. */
export class PendingFile {
  readonly recovered: readonly Message[];
  readonly #handle: number;
  readonly #unsettled: Set<string>;

  constructor(path: string) {
    this.recovered = readUnsettled(path);
    writeFileSync(path, this.recovered.map((sent) => `${JSON.stringify({ sent })}\n`).join(""));
    this.#handle = openSync(path, "a");
    this.#unsettled = new Set(this.recovered.map(({ webhookId }) => webhookId));
  }

  add(sent: Message): void {
    this.#unsettled.add(sent.webhookId);
    writeSync(this.#handle, `${JSON.stringify({ sent })}\n`);
  }

  /** Notes that a message is delivered or given up; where none is left, the file is empty again. */
  settle(webhookId: string): void {
    this.#unsettled.delete(webhookId);
    if (this.#unsettled.size === 0) ftruncateSync(this.#handle);
    else writeSync(this.#handle, `${JSON.stringify({ settled: webhookId })}\n`);
  }

  close(): void {
    closeSync(this.#handle);
  }
}
