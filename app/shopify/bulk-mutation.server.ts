import { z } from "zod";
import { AppError, RetryableError } from "#app/platform/errors.ts";
import type { AdminClient, OperationText } from "./admin-client.server.ts";
import { bulkLines, startedBulk, waitForBulk, type WaitOptions } from "./bulk-operation.server.ts";
import { BULK_OPERATION_RUN_MUTATION } from "./operations/bulk-operation-run-mutation.ts";
import { STAGED_UPLOADS_CREATE } from "./operations/staged-uploads-create.ts";
import { describeUserErrors } from "./user-errors.ts";

/** Shopify takes no larger file of variables. */
const LARGEST_FILE = 100_000_000;

/**
 * Starts a mutation for each object of `variables`: the operation's id. They run in any order. The file
 * is put together in memory, so callers hand over some ten thousand at a time.
 * @throws AppError "invalid" where the file is larger than Shopify takes (100 MB).
 */
export async function startBulkMutation(
  client: AdminClient,
  text: OperationText,
  variables: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<string> {
  const file = await jsonLines(variables);
  if (file.size > LARGEST_FILE) throw new AppError("invalid", `Bulk variables of ${file.size} bytes`);
  const key = await upload(await stageUpload(client), file);
  const { bulkOperationRunMutation: started } = await client.run(BULK_OPERATION_RUN_MUTATION, {
    mutation: text.replace(/^#graphql\s*/, ""),
    stagedUploadPath: key,
  });
  return startedBulk(started?.bulkOperation, started?.userErrors ?? []);
}

const resultSchema = z.looseObject({
  __lineNumber: z.number(),
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** What came of one line of variables. `payload` is the mutation's payload, null where it failed whole. */
export type BulkMutationResult = { line: number; payload: unknown; errors: string[] };

/** Waits for a bulk mutation, then hands out its results as they come; `line` counts variables from 0. */
export async function* bulkMutationResults(
  client: AdminClient,
  gid: string,
  options: WaitOptions = {},
): AsyncGenerator<BulkMutationResult> {
  const { url } = await waitForBulk(client, gid, options);
  if (url === null) return;
  for await (const lines of bulkLines(url)) {
    for (const text of lines) {
      const parsed = resultSchema.parse(JSON.parse(text));
      const [payload = null] = Object.values(parsed.data ?? {});
      const errors = (parsed.errors ?? []).map(({ message }) => message);
      yield { line: parsed.__lineNumber, payload, errors };
    }
  }
}

async function stageUpload(client: AdminClient) {
  const { stagedUploadsCreate } = await client.run(STAGED_UPLOADS_CREATE, {
    input: [
      {
        resource: "BULK_MUTATION_VARIABLES",
        filename: "variables.jsonl",
        mimeType: "text/jsonl",
        httpMethod: "POST",
      },
    ],
  });
  const target = stagedUploadsCreate?.stagedTargets?.[0];
  if (target !== undefined) return target;
  const why = describeUserErrors(stagedUploadsCreate?.userErrors ?? []);
  throw new AppError("internal", `No place to upload to: ${why}`);
}

type Target = Awaited<ReturnType<typeof stageUpload>>;

/** Uploads a file where Shopify said; the path under which Shopify finds it. */
async function upload({ url, parameters }: Target, file: Blob): Promise<string> {
  const key = parameters.find(({ name }) => name === "key")?.value;
  if (key === undefined || url === null) throw new AppError("internal", "The place to upload to has no key");
  const form = new FormData();
  for (const { name, value } of parameters) form.append(name, value);
  // Storage reads the fields first: the file comes last.
  form.append("file", file, "variables.jsonl");
  const response = await fetch(url, { method: "POST", body: form }).catch((cause: unknown) => {
    throw new RetryableError("The upload cannot be reached", { cause });
  });
  await response.arrayBuffer();
  if (!response.ok) throw new RetryableError(`The upload answers ${response.status}`);
  return key;
}

async function jsonLines(objects: Iterable<unknown> | AsyncIterable<unknown>): Promise<Blob> {
  const lines: string[] = [];
  for await (const object of objects) lines.push(`${JSON.stringify(object)}\n`);
  return new Blob(lines, { type: "text/jsonl" });
}
