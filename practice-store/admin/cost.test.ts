import { describe, expect, it } from "vitest";
import { queryCost } from "./cost.ts";
import { checkDocument } from "./execute.ts";
import { fragmentsOf } from "./document.ts";
import { adminSchema } from "./schema.ts";

function cost(query: string, data?: unknown, variables: Record<string, unknown> = {}): number {
  const checked = checkDocument(query, null);
  if ("errors" in checked) throw new Error(checked.errors[0]?.message);
  const { document, operation } = checked;
  return queryCost({ schema: adminSchema(), operation, fragments: fragmentsOf(document), variables }, data);
}

const CUSTOMER = '"gid://shopify/Customer/1"';

describe("the requested cost of a query", () => {
  // Figures of recorded answers of a real shop, API 2026-04.
  it.each([
    ["{ shop { name } }", 1],
    ["{ shop { name primaryDomain { host } } }", 2],
    ["{ currentAppInstallation { id app { id } } }", 2],
    ["{ customers(first: 1) { nodes { id } } }", 3],
    ["{ customers(first: 2) { edges { node { id } } nodes { id } } }", 4],
    ["{ customers(first: 5) { edges { cursor node { id } } } }", 5],
    ["{ publications(first: 50) { nodes { id } } }", 9],
    ["{ blogs(first: 250) { nodes { id } pageInfo { hasNextPage } } }", 13],
    ["{ articles(first: 250) { nodes { id blog { id } } } }", 24],
    [
      '{ market(id: "gid://shopify/Market/1") { catalogs(first: 5) { nodes { ... on MarketCatalog { markets(first: 5) { nodes { id } } } } } } }',
      21,
    ],
    ["{ productsCount { count } }", 10],
    [
      `{ customer(id: ${CUSTOMER}) { amountSpent { amount } defaultAddress { city } defaultEmailAddress { emailAddress } } }`,
      2,
    ],
    [`mutation { tagsAdd(id: ${CUSTOMER}, tags: []) { node { id } userErrors { field } } }`, 10],
    [
      `mutation { a: tagsAdd(id: ${CUSTOMER}, tags: []) { userErrors { field } } b: tagsAdd(id: ${CUSTOMER}, tags: []) { userErrors { field } } }`,
      20,
    ],
    ["query ($no: Boolean = false) { shop { name } orders(first: 5) @include(if: $no) { nodes { id } } }", 1],
  ])("%s asks for %i", (query, points) => {
    expect(cost(query, undefined, { no: false })).toBe(points);
  });

  it("takes the dearest of what an object may turn out to be", () => {
    const id = '"gid://shopify/Product/1"';
    expect(
      cost(
        `{ node(id: ${id}) { id ... on Order { customer { id } } ... on Product { variants(first: 1) { nodes { id } } } } }`,
      ),
    ).toBe(4);
  });
});

describe("the actual cost of a query", () => {
  const query = "{ customers(first: 250) { nodes { id lastOrder { id } } } }";
  it.each([
    ["nothing found", { customers: { nodes: [] } }, 2],
    ["one found", { customers: { nodes: [{ id: "1", lastOrder: { id: "2" } }] } }, 4],
    ["a full page", { customers: { nodes: Array.from({ length: 250 }, () => ({ lastOrder: {} })) } }, 24],
  ])("with %s", (_what, data, points) => {
    expect(cost(query, data)).toBe(points);
  });
});
