import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ShopStore } from "../../shop/store.ts";
import { announce } from "../../shop/actions/announce.ts";
import { gid } from "../../shop/gid.ts";
import type { AdminContext, Caller, Clock } from "../context.ts";
import { instant } from "../reads/values.ts";
import type { AdminSettings } from "../settings.ts";
import type { BulkBatch } from "./lines.ts";
import { type BulkOperation, isOver, recoverOperations, saveOperations } from "./operations-file.ts";

export type BulkType = BulkOperation["type"];

/** The result in pieces, each written at once. */
type BulkWork = AsyncIterable<BulkBatch> | Iterable<BulkBatch>;

/** Operations of one type that run at once for an app (Shopify's limit since API 2026-01). */
const AT_ONCE = 5;

function callerKey(caller: Caller): string | null {
  return caller.kind === "app" ? caller.installation.clientId : null;
}

class Stopped extends Error {
  override name = "Stopped";
}

/** Runs bulk operations in the background and keeps their results as files of the shop's folder. */
export class BulkOperations {
  readonly folder: string;
  readonly #store: ShopStore;
  readonly #clock: Clock;
  readonly #settings: AdminSettings;
  readonly #operations: Map<number, BulkOperation>;

  constructor(parts: { dir: string; store: ShopStore; clock: Clock; settings: AdminSettings }) {
    this.folder = join(parts.dir, "bulk");
    mkdirSync(this.folder, { recursive: true });
    this.#store = parts.store;
    this.#clock = parts.clock;
    this.#settings = parts.settings;
    const known = recoverOperations(this.folder, parts.clock());
    this.#operations = new Map(known.map((operation) => [operation.id, operation]));
  }

  #now(): string {
    return instant(this.#clock().toISOString());
  }

  #save(): void {
    saveOperations(this.folder, [...this.#operations.values()]);
  }

  /** The caller's operation of this id. */
  get(id: number, caller: Caller): BulkOperation | undefined {
    const operation = this.#operations.get(id);
    return operation?.clientId === callerKey(caller) ? operation : undefined;
  }

  /** The caller's operations, oldest first. */
  list(caller: Caller): BulkOperation[] {
    const clientId = callerKey(caller);
    return [...this.#operations.values()].filter((operation) => operation.clientId === clientId);
  }

  /** The running ones where there are as many as may run at once, else none. */
  crowd(type: BulkType, caller: Caller): BulkOperation[] {
    const running = this.list(caller).filter((operation) => operation.type === type && !isOver(operation));
    return running.length >= AT_ONCE ? running : [];
  }

  /** Starts work in the background and answers at once with the operation as CREATED. */
  start(type: BulkType, query: string, ctx: AdminContext, work: () => BulkWork): BulkOperation {
    const operation: BulkOperation = {
      id: this.#store.nextId(),
      type,
      query,
      clientId: callerKey(ctx.caller),
      status: "CREATED",
      errorCode: null,
      createdAt: this.#now(),
      completedAt: null,
      objectCount: 0,
      rootObjectCount: 0,
      fileSize: null,
      fileName: null,
    };
    this.#operations.set(operation.id, operation);
    this.#save();
    void this.#run(operation, work);
    return { ...operation };
  }

  /** Asks an operation to stop; false where it is already over. */
  cancel(operation: BulkOperation): boolean {
    if (isOver(operation)) return false;
    operation.status = "CANCELING";
    return true;
  }

  async #run(operation: BulkOperation, work: () => BulkWork): Promise<void> {
    const fileName = `${randomBytes(16).toString("hex")}.jsonl`;
    try {
      await setImmediate();
      if (operation.status === "CREATED") operation.status = "RUNNING";
      await this.#write(operation, join(this.folder, fileName), work());
      operation.status = "COMPLETED";
    } catch (error) {
      if (operation.status === "CANCELING") operation.status = "CANCELED";
      else {
        operation.status = "FAILED";
        const denied = error instanceof Error && error.message.startsWith("Access denied");
        operation.errorCode = denied ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
      }
    }
    operation.completedAt = this.#now();
    operation.fileSize ??= 0;
    operation.fileName = operation.objectCount > 0 ? fileName : null;
    this.#save();
    if (operation.clientId !== null) this.#announce(operation);
  }

  async #write(operation: BulkOperation, path: string, work: BulkWork): Promise<void> {
    const file = openSync(path, "w");
    const failsAfter = this.#settings.bulkFailsAfter;
    try {
      for await (const batch of work) {
        operation.fileSize = (operation.fileSize ?? 0) + writeSync(file, batch.text);
        operation.objectCount += batch.objectCount;
        operation.rootObjectCount += batch.rootObjectCount;
        if (failsAfter !== null && operation.objectCount >= failsAfter) {
          this.#settings.bulkFailsAfter = null;
          throw new Stopped("Failed on demand");
        }
        // Cancelling happens in another request, between two batches.
        await setImmediate();
        if (this.#operations.get(operation.id)?.status === "CANCELING") throw new Stopped("Cancelled");
      }
    } finally {
      closeSync(file);
    }
  }

  #announce({ id, createdAt, completedAt, errorCode, status, type }: BulkOperation): void {
    const payload = () => ({
      admin_graphql_api_id: gid("BulkOperation", id),
      status: status.toLowerCase(),
      error_code: errorCode?.toLowerCase() ?? null,
      type: type.toLowerCase(),
      created_at: createdAt,
      completed_at: completedAt,
    });
    const at = this.#clock().toISOString();
    announce(this.#store, at, [{ topic: "bulk_operations/finish", subjectId: id, payload }]);
  }
}
