import { z } from "zod";
import type { AdminClient, OperationText } from "#app/shopify/admin-client.server.ts";
import { bulkMutationResults, startBulkMutation } from "#app/shopify/bulk-mutation.server.ts";

const payloadSchema = z.looseObject({ userErrors: z.array(z.object({ message: z.string() })) });

/**
 * Runs one mutation over many variables and waits for it: what Shopify says of the lines that failed, by
 * their place in `variables`. A line without a result counts as failed.
 */
export async function runBulk(
  client: AdminClient,
  text: OperationText,
  variables: readonly unknown[],
): Promise<Map<number, string>> {
  const failed = new Map(variables.map((_, line) => [line, "Shopify gave no result for it"]));
  if (variables.length === 0) return failed;
  const operation = await startBulkMutation(client, text, variables);
  for await (const { line, payload, errors } of bulkMutationResults(client, operation)) {
    const { data } = payloadSchema.safeParse(payload);
    const messages = [...errors, ...(data?.userErrors.map(({ message }) => message) ?? [])];
    if (messages.length > 0) failed.set(line, messages.join("; "));
    else if (data !== undefined) failed.delete(line);
  }
  return failed;
}
