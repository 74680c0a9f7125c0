import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Kind, OperationTypeNode } from "graphql";
import { z } from "zod";
import type { AdminContext } from "../context.ts";
import { type Checked, checkDocument, type Roots, runChecked } from "../execute.ts";
import type { BulkBatch } from "./lines.ts";

export type MutationProblem = { field: string[] | null; message: string; code: string | null };

const BATCH = 50;

/** Mutations that may not run in bulk, though any other single mutation may. */
const notAllowed = /^(bulkOperation|stagedUpload)/;

/** The mutation of a bulk operation, or why Shopify would not run it (texts as recorded). */
export function checkBulkMutation(mutation: string): Checked | { problem: MutationProblem } {
  const checked = checkDocument(mutation, null);
  if ("errors" in checked) {
    const message = `Failed to parse the mutation - ${checked.errors[0]?.message ?? ""}`;
    return { problem: { field: null, message, code: "INVALID_MUTATION" } };
  }
  const { operation } = checked;
  const fields = operation.selectionSet.selections;
  const [field] = fields;
  const allowed =
    operation.operation === OperationTypeNode.MUTATION &&
    fields.length === 1 &&
    field?.kind === Kind.FIELD &&
    !notAllowed.test(field.name.value);
  if (allowed) return checked;
  return { problem: { field: ["mutation"], message: "You must use an allowed mutation name.", code: null } };
}

const variablesLine = z.record(z.string(), z.unknown());

function readVariables(line: string): Record<string, unknown> | undefined {
  try {
    return variablesLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/**
 * Runs a mutation once for each line of a file and hands out the result lines in batches. Lines run
 * in no promised order; here each batch runs backwards, so that no app gets used to an order.
 */
export async function* mutationLines(
  path: string,
  mutation: Checked,
  roots: Roots,
  ctx: AdminContext,
): AsyncGenerator<BulkBatch> {
  const run = async (lines: { text: string; number: number }[]): Promise<BulkBatch> => {
    const results: string[] = [];
    for (const { text, number } of lines.toReversed()) {
      const variables = readVariables(text);
      const answer =
        variables === undefined
          ? { errors: [{ message: "The line is not valid JSON." }] }
          : await runChecked(mutation, variables, roots, ctx);
      results.push(`${JSON.stringify({ ...answer, __lineNumber: number })}\n`);
    }
    const count = results.length;
    return { text: results.join(""), objectCount: count, rootObjectCount: count };
  };
  let batch: { text: string; number: number }[] = [];
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (text.trim() !== "") batch.push({ text, number });
    number += 1;
    if (batch.length < BATCH) continue;
    yield await run(batch);
    batch = [];
  }
  if (batch.length > 0) yield await run(batch);
}
