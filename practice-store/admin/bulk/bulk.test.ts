import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { startAdmin, type TestServer } from "../testing/admin-server.ts";
import { order, smallShop } from "../testing/small-shop.ts";

const operationShape = z.object({
  id: z.string(),
  status: z.string(),
  errorCode: z.string().nullable(),
  objectCount: z.string(),
  rootObjectCount: z.string(),
  fileSize: z.string().nullable(),
  url: z.string().nullable(),
  partialDataUrl: z.string().nullable(),
});

const startShape = z.object({
  started: z.object({
    bulkOperation: operationShape.nullable(),
    userErrors: z.array(
      z.object({
        field: z.array(z.string()).nullable(),
        message: z.string(),
        code: z.string().nullable().optional(),
      }),
    ),
  }),
});

const FIELDS = "id status errorCode objectCount rootObjectCount fileSize url partialDataUrl";

let server: TestServer;

beforeEach(async () => {
  server = await startAdmin(smallShop(), {
    parts: [
      {
        mutations: () => ({
          tagsAdd: ({ id, tags }: { id: string; tags: string[] }) => ({
            __typename: "TagsAddPayload",
            node: null,
            userErrors:
              tags.length === 0
                ? [{ __typename: "UserError", field: ["tags"], message: `none for ${id}` }]
                : [],
          }),
        }),
      },
    ],
  });
});

afterEach(() => server.stop());

async function run(query: string, groupObjects = false, token?: string) {
  const { data } = await server.graphql(
    `mutation ($query: String!, $grouped: Boolean!) {
      started: bulkOperationRunQuery(query: $query, groupObjects: $grouped) {
        bulkOperation { ${FIELDS} } userErrors { field message code }
      }
    }`,
    { query, grouped: groupObjects },
    token,
  );
  return startShape.parse(data).started;
}

async function ended(id: string | undefined, token?: string) {
  for (;;) {
    const { data } = await server.graphql(
      `query ($id: ID!) { bulkOperation(id: $id) { ${FIELDS} } }`,
      { id },
      token,
    );
    const { bulkOperation } = z.object({ bulkOperation: operationShape }).parse(data);
    if (!["CREATED", "RUNNING", "CANCELING"].includes(bulkOperation.status)) return bulkOperation;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function linesOf(url: string | null): Promise<Record<string, unknown>[]> {
  const text = await (await fetch(z.string().parse(url))).text();
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
}

const ORDERS = `{ orders { edges { node { id name customer { id } totalPriceSet { shopMoney { amount } }
  lineItems { edges { node { id quantity } } } } } } }`;

describe("bulk queries", () => {
  it("run in the background and end in a JSONL file of objects and their children", async () => {
    const { bulkOperation, userErrors } = await run(ORDERS);
    expect(userErrors).toEqual([]);
    expect(bulkOperation).toMatchObject({ status: "CREATED", objectCount: "0", url: null, fileSize: null });
    const done = await ended(bulkOperation?.id);
    expect(done).toMatchObject({
      status: "COMPLETED",
      objectCount: "12",
      rootObjectCount: "4",
      partialDataUrl: null,
    });
    const lines = await linesOf(done.url);
    expect(lines.find(({ id }) => id === "gid://shopify/Order/1003")).toEqual({
      id: "gid://shopify/Order/1003",
      name: "#1003",
      customer: { id: "gid://shopify/Customer/2" },
      totalPriceSet: { shopMoney: { amount: "42.5" } },
    });
    expect(lines.filter(({ __parentId }) => __parentId === "gid://shopify/Order/1003")).toEqual([
      { id: "gid://shopify/LineItem/10031", quantity: 2, __parentId: "gid://shopify/Order/1003" },
      { id: "gid://shopify/LineItem/10032", quantity: 1, __parentId: "gid://shopify/Order/1003" },
    ]);
  });

  it("put children right after their parent only where grouping is asked for", async () => {
    for (let id = 2000; id < 2250; id += 1) server.store.load("orders", order(id, 3, 10));
    const inOrder = (lines: Record<string, unknown>[]) =>
      lines.every(({ __parentId }, index) => {
        const before = lines[index - 1];
        return __parentId === undefined || before?.id === __parentId || before?.__parentId === __parentId;
      });
    const grouped = await ended((await run(ORDERS, true)).bulkOperation?.id);
    expect(inOrder(await linesOf(grouped.url))).toBe(true);
    const ungrouped = await ended((await run(ORDERS)).bulkOperation?.id);
    const lines = await linesOf(ungrouped.url);
    expect(inOrder(lines)).toBe(false);
    const seen = new Set<unknown>();
    const orphans = lines.filter(({ id, __parentId }) => {
      seen.add(id);
      return __parentId !== undefined && !seen.has(__parentId);
    });
    expect(orphans.length).toBeGreaterThan(0);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it("see what the app may see and no more", async () => {
    const token = await server.appToken();
    const done = await ended((await run(ORDERS, false, token)).bulkOperation?.id, token);
    expect(done.rootObjectCount).toBe("3");
    const segments = "{ discountNodes { edges { node { id } } } }";
    const denied = await ended((await run(segments, false, token)).bulkOperation?.id, token);
    expect(denied).toMatchObject({ status: "FAILED", errorCode: "ACCESS_DENIED", url: null });
  });

  it("have no url where nothing was found", async () => {
    const query = '{ customers(query: "tag:nobody") { edges { node { id } } } }';
    expect(await ended((await run(query)).bulkOperation?.id)).toMatchObject({
      status: "COMPLETED",
      objectCount: "0",
      url: null,
    });
  });

  it("keep what they had in partialDataUrl where they fail", async () => {
    server.settings.bulkFailsAfter = 1;
    const failed = await ended((await run(ORDERS)).bulkOperation?.id);
    expect(failed).toMatchObject({ status: "FAILED", errorCode: "INTERNAL_SERVER_ERROR", url: null });
    expect((await linesOf(failed.partialDataUrl)).length).toBe(Number(failed.objectCount));
    expect((await ended((await run(ORDERS)).bulkOperation?.id)).status).toBe("COMPLETED");
  });

  it("are still to be had after a restart", async () => {
    const { bulkOperation } = await run(ORDERS);
    const done = await ended(bulkOperation?.id);
    const lines = await linesOf(done.url);
    const first = server;
    server = await startAdmin(smallShop(), { dir: first.dir });
    const again = await ended(bulkOperation?.id);
    expect(again).toMatchObject({ status: "COMPLETED", objectCount: done.objectCount });
    expect(await linesOf(again.url)).toEqual(lines);
    await server.stop();
    server = first;
  });

  it("can be cancelled, and tell the app when they end", async () => {
    for (let id = 2000; id < 4000; id += 1) server.store.load("orders", order(id, 3, 10));
    const events: unknown[] = [];
    server.store.changes.on("event", ({ topic, payload }) => events.push([topic, payload()]));
    const token = await server.appToken();
    const id = (await run(ORDERS, false, token)).bulkOperation?.id;
    const cancel = `mutation ($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }`;
    const { data } = await server.graphql(cancel, { id }, token);
    expect(data).toEqual({ bulkOperationCancel: { bulkOperation: { status: "CANCELING" }, userErrors: [] } });
    expect((await ended(id, token)).status).toBe("CANCELED");
    expect(events).toEqual([
      [
        "bulk_operations/finish",
        expect.objectContaining({ admin_graphql_api_id: id, status: "canceled", type: "query" }),
      ],
    ]);
  });

  it("run five at once; the sixth is told which are in the way", async () => {
    for (let id = 2000; id < 4000; id += 1) server.store.load("orders", order(id, 3, 10));
    const started = await Promise.all(Array.from({ length: 6 }, () => run(ORDERS)));
    const refused = started.filter(({ bulkOperation }) => bulkOperation === null);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.userErrors[0]).toMatchObject({ field: null, code: "OPERATION_IN_PROGRESS" });
    expect(refused[0]?.userErrors[0]?.message).toMatch(
      /^A bulk query operation for this app and shop is already in progress: (gid:\S+, ){4}gid:\S+\.$/,
    );
    await Promise.all(started.flatMap(({ bulkOperation }) => (bulkOperation ? ended(bulkOperation.id) : [])));
  });
});

describe("bulk mutations", () => {
  async function upload(content: string) {
    const { data } = await server.graphql(
      `mutation { stagedUploadsCreate(input: [{ resource: BULK_MUTATION_VARIABLES, filename: "vars.jsonl", mimeType: "text/jsonl", httpMethod: POST }]) {
        stagedTargets { url parameters { name value } } userErrors { message } } }`,
    );
    const target = z
      .object({
        stagedUploadsCreate: z.object({
          stagedTargets: z.tuple([
            z.object({
              url: z.string(),
              parameters: z.array(z.object({ name: z.string(), value: z.string() })),
            }),
          ]),
        }),
      })
      .parse(data).stagedUploadsCreate.stagedTargets[0];
    const form = new FormData();
    for (const { name, value } of target.parameters) form.append(name, value);
    form.append("file", new Blob([content]));
    const response = await fetch(target.url, { method: "POST", body: form });
    return { status: response.status, path: target.parameters.find(({ name }) => name === "key")?.value };
  }

  async function runMutation(mutation: string, path: unknown) {
    const { data } = await server.graphql(
      `mutation ($mutation: String!, $path: String!) {
        started: bulkOperationRunMutation(mutation: $mutation, stagedUploadPath: $path) {
          bulkOperation { ${FIELDS} } userErrors { field message code } } }`,
      { mutation, path },
    );
    return startShape.parse(data).started;
  }

  const TAGS_ADD =
    "mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { field message } } }";

  it("run once for each uploaded line and answer each with its line number", async () => {
    const id = "gid://shopify/Customer/1";
    const { status, path } = await upload(
      [
        JSON.stringify({ id, tags: ["a"] }),
        JSON.stringify({ id, tags: [] }),
        "not json",
        JSON.stringify({ id }),
      ].join("\n"),
    );
    expect(status).toBe(201);
    const { bulkOperation } = await runMutation(TAGS_ADD, path);
    const done = await ended(bulkOperation?.id);
    expect(done).toMatchObject({ status: "COMPLETED", objectCount: "4" });
    const byLine = new Map((await linesOf(done.url)).map((line) => [line.__lineNumber, line]));
    expect(byLine.get(0)).toEqual({ data: { tagsAdd: { userErrors: [] } }, __lineNumber: 0 });
    expect(byLine.get(1)).toMatchObject({ data: { tagsAdd: { userErrors: [{ field: ["tags"] }] } } });
    expect(byLine.get(2)).toMatchObject({ errors: [{ message: "The line is not valid JSON." }] });
    expect(byLine.get(3)).toMatchObject({
      errors: [{ message: "Variable $tags of type [String!]! was provided invalid value" }],
    });
  });

  it.each([
    [
      "mutation { not real syntax",
      {
        field: null,
        code: "INVALID_MUTATION",
        message: "Failed to parse the mutation - syntax error, unexpected end of file at [1, 21]",
      },
    ],
    [
      "mutation ($id: ID!) { bulkOperationCancel(id: $id) { userErrors { message } } }",
      { field: ["mutation"], code: null, message: "You must use an allowed mutation name." },
    ],
    [
      TAGS_ADD,
      {
        field: null,
        code: "NO_SUCH_FILE",
        message:
          "The JSONL file could not be found. Try uploading the file again, and check that you've entered the URL correctly for the stagedUploadPath mutation argument.",
      },
    ],
  ])("%s is refused where Shopify refuses it", async (mutation, error) => {
    expect(await runMutation(mutation, "valid")).toEqual({ bulkOperation: null, userErrors: [error] });
  });
});
