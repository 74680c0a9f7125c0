import { describe, expect, it } from "vitest";
import { inlineVariables } from "./inline-variables.ts";

const TEXT = `#graphql
  query Orders($filter: String) { orders(query: $filter) { edges { node { id } } } }`;

describe("inlineVariables", () => {
  it("writes a text as a GraphQL string, quotes and backslashes kept", () => {
    expect(inlineVariables(TEXT, { filter: `updated_at:>='2026-01-01' "a\\b"` })).toBe(
      `query Orders { orders(query: "updated_at:>='2026-01-01' \\"a\\\\b\\"") { edges { node { id } } } }`,
    );
  });

  it("writes null for a variable without a value", () => {
    expect(inlineVariables(TEXT, {})).toContain("orders(query: null)");
  });

  it("leaves strings alone", () => {
    const field = `metafield(namespace: "$app", key: "a\\"$b")`;
    expect(inlineVariables(`query C { customers { ${field} } }`, { app: "no", b: "no" })).toContain(field);
  });

  it("leaves a text without variables as it is", () => {
    expect(inlineVariables("query Shop { shop { name } }", {})).toBe("query Shop { shop { name } }");
  });
});
