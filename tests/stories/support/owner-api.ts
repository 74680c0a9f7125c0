import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/** The Admin API with the shop owner's own token: what it says is what is in the shop. */
export type OwnerApi = {
  /** The answer's `data`. @throws Error with Shopify's errors. */
  ask: (query: string) => Promise<unknown>;
  /** All objects of a bulk query, which costs nothing of the shop's limit; children carry `__parentId`. */
  bulk: (query: string) => Promise<unknown[]>;
};

const started = z.object({
  bulkOperationRunQuery: z.object({ bulkOperation: z.object({ id: z.string() }) }),
});
const operation = z.object({ bulkOperation: z.object({ status: z.string(), url: z.string().nullable() }) });
const RUNNING = new Set(["CREATED", "RUNNING"]);

export function ownerApi(url: string): OwnerApi {
  const ask = async (query: string): Promise<unknown> => {
    const answer = await postJson(url, { query }, { "x-shopify-access-token": "practice-owner" });
    const { data, errors } = z
      .object({ data: z.unknown().optional(), errors: z.unknown().optional() })
      .parse(answer);
    if (errors !== undefined) throw new Error(`Shopify answers ${JSON.stringify(errors)} to ${query}`);
    return data;
  };
  const bulk = async (query: string): Promise<unknown[]> => {
    const run = `mutation { bulkOperationRunQuery(query: ${JSON.stringify(query)}) { bulkOperation { id } } }`;
    const { id } = started.parse(await ask(run)).bulkOperationRunQuery.bulkOperation;
    const look = `{ bulkOperation(id: ${JSON.stringify(id)}) { status url } }`;
    let found = operation.parse(await ask(look)).bulkOperation;
    while (RUNNING.has(found.status)) {
      await sleep(200);
      found = operation.parse(await ask(look)).bulkOperation;
    }
    if (found.status !== "COMPLETED") throw new Error(`The bulk query ended as ${found.status}.`);
    if (found.url === null) return [];
    const lines = (await (await fetch(found.url)).text()).trim().split("\n");
    return lines.map((line): unknown => JSON.parse(line));
  };
  return { ask, bulk };
}

export async function postJson(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${text}`);
  return JSON.parse(text);
}
