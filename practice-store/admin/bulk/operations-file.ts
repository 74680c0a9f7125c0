import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const operation = z.object({
  id: z.number(),
  type: z.enum(["QUERY", "MUTATION"]),
  /** The text as it was given. */
  query: z.string(),
  /** The app's client id, null for the owner: operations are counted and seen for each apart. */
  clientId: z.string().nullable(),
  status: z.enum(["CREATED", "RUNNING", "COMPLETED", "CANCELING", "CANCELED", "FAILED"]),
  errorCode: z.enum(["ACCESS_DENIED", "INTERNAL_SERVER_ERROR"]).nullable(),
  createdAt: z.string(),
  completedAt: z.string().nullable(),
  objectCount: z.number(),
  rootObjectCount: z.number(),
  /** Bytes written; null until it ended. */
  fileSize: z.number().nullable(),
  /** The file in the bulk folder; null until the operation ended with at least one line. */
  fileName: z.string().nullable(),
});

/** One bulk operation as it stands. */
export type BulkOperation = z.infer<typeof operation>;

/** Result files are to be had for 7 days (shopify.dev, bulk operations). */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

const FILE = "operations.json";

export function isOver({ status }: BulkOperation): boolean {
  return status === "COMPLETED" || status === "CANCELED" || status === "FAILED";
}

export function saveOperations(folder: string, operations: readonly BulkOperation[]): void {
  const path = join(folder, FILE);
  writeFileSync(`${path}.new`, JSON.stringify(operations));
  renameSync(`${path}.new`, path);
}

function readOperations(folder: string): BulkOperation[] {
  if (!readdirSync(folder).includes(FILE)) return [];
  return z.array(operation).parse(JSON.parse(readFileSync(join(folder, FILE), "utf8")));
}

/**
 * The operations that the folder keeps from earlier runs. What was running when the store stopped has
 * failed; results older than 7 days and files of nobody are thrown away.
 */
export function recoverOperations(folder: string, now: Date): BulkOperation[] {
  const operations = readOperations(folder)
    .filter(({ createdAt }) => Date.parse(createdAt) > now.getTime() - KEPT_MS)
    .map((one): BulkOperation => {
      if (isOver(one)) return one;
      return { ...one, status: "FAILED", errorCode: "INTERNAL_SERVER_ERROR", completedAt: now.toISOString() };
    });
  const kept = new Set([FILE, ...operations.map(({ fileName }) => fileName)]);
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name));
  return operations;
}
