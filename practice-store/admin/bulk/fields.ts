import { parseGid, gid } from "../../shop/gid.ts";
import { connection, type PageArgs, sorted } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import type { Roots } from "../execute.ts";
import type { RootPart } from "../root.ts";
import { type BulkBatch, bulkLines, inFileOrder, type RootLines } from "./lines.ts";
import { checkBulkMutation, type MutationProblem, mutationLines } from "./mutation-lines.ts";
import type { BulkOperation } from "./operations-file.ts";
import type { BulkOperations, BulkType } from "./operations.ts";
import { type ObjectPlan, planBulkQuery } from "./plan.ts";
import { checkBulkQuery } from "./rules.ts";
import type { StagedUploadInput, StagedUploads } from "./staged-uploads.ts";

type BulkParts = {
  operations: BulkOperations;
  uploads: StagedUploads;
  /** Where the store is reached, without a slash at the end. */
  baseUrl: () => string;
  roots: () => Roots;
};

/** Roots of a bulk query that are read and written together. */
const BATCH = 25;

function operationNode(operation: BulkOperation, baseUrl: string): Node {
  const url = operation.fileName === null ? null : `${baseUrl}/admin/bulk/${operation.fileName}`;
  const done = operation.status === "COMPLETED";
  return {
    __typename: "BulkOperation",
    id: gid("BulkOperation", operation.id),
    status: operation.status,
    type: operation.type,
    query: operation.query,
    errorCode: operation.errorCode,
    createdAt: operation.createdAt,
    completedAt: operation.completedAt,
    objectCount: String(operation.objectCount),
    rootObjectCount: String(operation.rootObjectCount),
    fileSize: operation.fileSize === null ? null : String(operation.fileSize),
    url: done ? url : null,
    partialDataUrl: done ? null : url,
  };
}

function payload(type: string, operation: Node | null, userErrors: Omit<Node, "__typename">[]): Node {
  const errorType = type === "BulkOperationRunMutation" ? "BulkMutationUserError" : "BulkOperationUserError";
  return {
    __typename: `${type}Payload`,
    bulkOperation: operation,
    userErrors: userErrors.map((error) => ({ __typename: errorType, ...error })),
  };
}

function crowded(type: BulkType, running: readonly BulkOperation[]): MutationProblem {
  const ids = running.map(({ id }) => gid("BulkOperation", id)).join(", ");
  const what = type.toLowerCase();
  return {
    field: null,
    message: `A bulk ${what} operation for this app and shop is already in progress: ${ids}.`,
    code: "OPERATION_IN_PROGRESS",
  };
}

function* queryBatches(
  root: Node,
  plan: ObjectPlan,
  grouped: boolean,
  ctx: AdminContext,
): Generator<BulkBatch> {
  let batch: RootLines[] = [];
  let turn = 0;
  for (const lines of bulkLines(root, plan, ctx)) {
    batch.push(lines);
    if (batch.length < BATCH) continue;
    yield inFileOrder(batch, grouped, turn);
    batch = [];
    turn += 1;
  }
  yield inFileOrder(batch, grouped, turn);
}

function runQuery(parts: BulkParts, ctx: AdminContext) {
  return ({ query, groupObjects }: { query: string; groupObjects: boolean }): Node => {
    const type = "BulkOperationRunQuery";
    const checked = checkBulkQuery(query);
    if ("problems" in checked)
      return payload(
        type,
        null,
        checked.problems.map((message) => ({ field: ["query"], message, code: "INVALID" })),
      );
    const running = parts.operations.crowd("QUERY", ctx.caller);
    if (running.length > 0) return payload(type, null, [crowded("QUERY", running)]);
    const operation = parts.operations.start("QUERY", query, ctx, () =>
      queryBatches(parts.roots().query(ctx), planBulkQuery(checked.document, ctx), groupObjects, ctx),
    );
    return payload(type, operationNode(operation, parts.baseUrl()), []);
  };
}

function runMutation(parts: BulkParts, ctx: AdminContext) {
  return ({ mutation, stagedUploadPath }: { mutation: string; stagedUploadPath: string }): Node => {
    const type = "BulkOperationRunMutation";
    const checked = checkBulkMutation(mutation);
    if ("problem" in checked) return payload(type, null, [checked.problem]);
    const path = parts.uploads.fileOf(stagedUploadPath);
    if (path === undefined) {
      const message =
        "The JSONL file could not be found. Try uploading the file again, and check that you've entered " +
        "the URL correctly for the stagedUploadPath mutation argument.";
      return payload(type, null, [{ field: null, message, code: "NO_SUCH_FILE" }]);
    }
    const running = parts.operations.crowd("MUTATION", ctx.caller);
    if (running.length > 0) return payload(type, null, [crowded("MUTATION", running)]);
    const operation = parts.operations.start("MUTATION", mutation, ctx, () =>
      mutationLines(path, checked, parts.roots(), ctx),
    );
    return payload(type, operationNode(operation, parts.baseUrl()), []);
  };
}

function cancel(parts: BulkParts, ctx: AdminContext) {
  return ({ id }: { id: string }): Node => {
    const type = "BulkOperationCancel";
    const operation = parts.operations.get(parseGid(id)?.id ?? 0, ctx.caller);
    if (operation === undefined)
      return payload(type, null, [{ field: ["id"], message: "Bulk operation does not exist" }]);
    const state = operation.status.toLowerCase();
    const stopping = parts.operations.cancel(operation);
    const message = `A bulk operation cannot be canceled when it is ${state}`;
    return payload(
      type,
      operationNode(operation, parts.baseUrl()),
      stopping ? [] : [{ field: null, message }],
    );
  };
}

type StatusFilter = { query?: string | null; reverse?: boolean | null };

/** `bulkOperations` filters by `status:` and `operation_type:` only. */
function filtered(operations: BulkOperation[], { query }: StatusFilter): BulkOperation[] {
  const wanted = [...(query ?? "").matchAll(/(status|operation_type):(\w+)/g)];
  return operations.filter((operation) =>
    wanted.every(([, field, value]) => {
      const own = field === "status" ? operation.status : operation.type;
      return own.toLowerCase() === value?.toLowerCase();
    }),
  );
}

/** The bulk fields of the schema's roots. */
export function bulkPart(parts: BulkParts): RootPart {
  const show = (operation: BulkOperation) => operationNode(operation, parts.baseUrl());
  const find = (id: number, ctx: AdminContext): Node | null => {
    const operation = parts.operations.get(id, ctx.caller);
    return operation === undefined ? null : show(operation);
  };
  return {
    nodes: { BulkOperation: find },
    queries: (ctx) => ({
      bulkOperation: ({ id }: { id: string }) => find(parseGid(id)?.id ?? 0, ctx),
      currentBulkOperation: ({ type }: { type: BulkType }) => {
        const last = parts.operations.list(ctx.caller).findLast((operation) => operation.type === type);
        return last === undefined ? null : show(last);
      },
      bulkOperations: (args: PageArgs & StatusFilter) => {
        const position = ({ id }: BulkOperation) => ({ id, value: id });
        const reverse = args.reverse ?? false;
        const items = sorted(filtered(parts.operations.list(ctx.caller), args), position, reverse);
        return connection({ type: "BulkOperation", items, reverse, position, node: show }, args);
      },
    }),
    mutations: (ctx) => ({
      bulkOperationRunQuery: runQuery(parts, ctx),
      bulkOperationRunMutation: runMutation(parts, ctx),
      bulkOperationCancel: cancel(parts, ctx),
      stagedUploadsCreate: ({ input }: { input: StagedUploadInput[] }): Node => ({
        __typename: "StagedUploadsCreatePayload",
        stagedTargets: input.map((one) =>
          parts.uploads.stage(one, { shopId: ctx.store.shop.id, baseUrl: parts.baseUrl(), now: ctx.clock() }),
        ),
        userErrors: [],
      }),
    }),
  };
}
