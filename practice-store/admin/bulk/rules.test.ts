import { describe, expect, it } from "vitest";
import { checkBulkQuery } from "./rules.ts";

const node = (inner: string) => `edges { node { ${inner} } }`;

describe("what a bulk query may be", () => {
  it.each([
    [`{ orders { ${node(`id lineItems { ${node("id")} }`)} } }`],
    [`{ products { ${node(`id variants { ${node(`id metafields { ${node("id")} }`)} }`)} } }`],
  ])("%s", (query) => {
    expect(checkBulkQuery(query)).toHaveProperty("document");
  });

  it.each([
    [
      "{ products { nodes { id } } }",
      "All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'products { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: 'products'.",
    ],
    [
      '{ node(id: "gid://shopify/Product/0") { id } }',
      "Bulk queries cannot contain a top level `node` field.",
    ],
    ["{ shop { name } }", "Bulk queries must contain at least one connection."],
    [
      `{ products { ${node(`title variants { ${node("id")} }`)} } }`,
      "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': products.",
    ],
    [
      `{ collections { ${node(`id products { ${node(`id variants { ${node(`id metafields { ${node("id")} }`)} }`)} }`)} } }`,
      "Bulk queries cannot contain connections with a nesting depth greater than 2.",
    ],
    [
      `{ orders { ${node(`id refunds { refundLineItems { ${node("quantity")} } }`)} } }`,
      "Queries that contain a connection field within a list field are not currently supported.",
    ],
    [
      'mutation { shopLocaleEnable(locale: "de") { userErrors { message } } }',
      "Invalid operation type. Only `query` operations are supported.",
    ],
    [
      "{ products { edges { node { nme } } } }",
      "Invalid bulk query: Field 'nme' doesn't exist on type 'Product'",
    ],
  ])("not %s", (query, problem) => {
    const checked = checkBulkQuery(query);
    expect("problems" in checked ? checked.problems : []).toContain(problem);
  });
});
