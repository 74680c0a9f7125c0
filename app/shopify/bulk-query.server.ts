import type { AdminClient, OperationText } from "./admin-client.server.ts";
import { startedBulk } from "./bulk-operation.server.ts";
import { inlineVariables } from "./inline-variables.ts";
import { BULK_OPERATION_RUN_QUERY } from "./operations/bulk-operation-run-query.ts";

/**
 * Starts a bulk query: its id, for `waitForBulk` and `bulkLines`. The text is an operation with
 * variables like any other; bulk queries take none, so their values are written into it.
 */
export async function startBulkQuery(
  client: AdminClient,
  text: OperationText,
  variables: Record<string, string | null> = {},
): Promise<string> {
  const query = inlineVariables(text, variables);
  const { bulkOperationRunQuery: started } = await client.run(BULK_OPERATION_RUN_QUERY, { query });
  return startedBulk(started?.bulkOperation, started?.userErrors ?? []);
}
