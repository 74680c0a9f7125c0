import { setTimeout as sleep } from "node:timers/promises";
import { AppError, RetryableError, unreachable } from "#app/platform/errors.ts";
import type { AdminClient } from "./admin-client.server.ts";
import { BULK_OPERATION } from "./operations/bulk-operation.ts";
import { describeUserErrors, type UserError } from "./user-errors.ts";

/** A bulk operation that is through: where its result lies (null: there is none). */
export type FinishedBulk = { startedAt: Date; url: string | null };

export type WaitOptions = {
  /** Between two looks at the operation. */
  pollMs?: number;
  /** Called at each look with the number of objects so far. */
  onProgress?: (objects: number) => Promise<void>;
};

const POLL_MS = 1000;
/** A job that waited this long steps aside; it goes on with the same operation when it comes back. */
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Waits until a bulk operation is through. Asks by id: the webhook may not come.
 * @throws RetryableError where it takes long.
 * @throws BulkFailed where it came to nothing: another one may go well.
 * @throws AppError "forbidden" where the app may not read what it asked for.
 */
export async function waitForBulk(
  client: AdminClient,
  gid: string,
  { pollMs = POLL_MS, onProgress }: WaitOptions = {},
): Promise<FinishedBulk> {
  for (let waitedMs = 0; waitedMs < LONGEST_WAIT_MS; waitedMs += pollMs) {
    const { bulkOperation } = await client.run(BULK_OPERATION, { id: gid });
    if (bulkOperation === null) throw new BulkFailed(`Shopify does not know ${gid}`);
    const { status, errorCode } = bulkOperation;
    await onProgress?.(Number(bulkOperation.objectCount));
    switch (status) {
      case "COMPLETED":
        return { startedAt: new Date(bulkOperation.createdAt), url: bulkOperation.url };
      case "CREATED":
      case "RUNNING":
      case "CANCELING":
        await sleep(pollMs);
        break;
      case "FAILED":
        if (errorCode === "ACCESS_DENIED") throw new AppError("forbidden", `${gid}: access denied`);
        throw new BulkFailed(`${gid} failed: ${errorCode ?? "no reason given"}`);
      case "CANCELED":
      case "EXPIRED":
        throw new BulkFailed(`${gid} is ${status}`);
      default:
        unreachable(status);
    }
  }
  throw new RetryableError(`${gid} is still running`, { afterMs: 60_000 });
}

/** A bulk operation without a (whole) result: part of the data is no data. Another one may go well. */
export class BulkFailed extends AppError {
  override readonly name = "BulkFailed";

  constructor(message: string) {
    super("unavailable", message);
  }
}

/** The lines of a result file as they come in, some at a time; the file is never held. */
export async function* bulkLines(url: string): AsyncGenerator<string[]> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new RetryableError("A bulk result cannot be reached", { cause });
  });
  if (response.status === 404 || response.status === 403) {
    throw new BulkFailed(`The bulk result is gone (${response.status})`);
  }
  if (!response.ok || response.body === null) {
    throw new RetryableError(`A bulk result answers ${response.status}`);
  }
  const reader = response.body.getReader();
  let rest = Buffer.alloc(0);
  for (let read = await nextPiece(reader); read !== undefined; read = await nextPiece(reader)) {
    // Cut as bytes, which no character of UTF-8 has inside: Buffer decodes ASCII to texts half as large as
    // TextDecoderStream does, and JSON.parse reads them in half the time.
    const piece = Buffer.concat([rest, read]);
    const end = piece.lastIndexOf(LINE_FEED);
    rest = piece.subarray(end + 1);
    if (end >= 0) yield piece.toString("utf8", 0, end).split("\n");
  }
  if (rest.length > 0) yield [rest.toString("utf8")];
}

const LINE_FEED = 0x0a;

async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value;
  } catch (cause) {
    throw new RetryableError("A bulk result broke off", { cause });
  }
}

/**
 * The new operation's id.
 * @throws RetryableError where as many run as may.
 * @throws AppError "internal" where Shopify refuses it: a mistake of ours.
 */
export function startedBulk(
  operation: { id: string } | null | undefined,
  userErrors: readonly UserError[],
): string {
  if (operation !== null && operation !== undefined && userErrors.length === 0) return operation.id;
  const busy = userErrors.some(({ code }) => code === "OPERATION_IN_PROGRESS" || code === "LIMIT_REACHED");
  const message = `Bulk operation not started: ${describeUserErrors(userErrors)}`;
  throw busy ? new RetryableError(message, { afterMs: 30_000 }) : new AppError("internal", message);
}
