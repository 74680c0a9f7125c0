import { readFileSync } from "node:fs";
import { buildSchema, GraphQLScalarType, type GraphQLSchema } from "graphql";
import { z } from "zod";

/** The version of the Admin API that the store speaks. */
export const API_VERSION = "2026-10";

const folder = new URL("../../schema/", import.meta.url);

/** What types and fields ask for, by "Type" or "Type.field"; written by tools/schema.ts. */
type Requirements = {
  access: Record<string, string>;
  protected: Record<string, string>;
};

const requirementsFile = z.object({
  access: z.record(z.string(), z.string()),
  protected: z.record(z.string(), z.string()),
});

function decimal(input: unknown): string {
  const text = typeof input === "number" ? String(input) : input;
  if (typeof text === "string" && /^-?\d+(\.\d+)?$/.test(text)) return text;
  throw new TypeError(`invalid decimal '${String(input)}'`);
}

function instant(input: unknown): string {
  if (typeof input === "string" && !Number.isNaN(Date.parse(input))) return input;
  throw new TypeError(`invalid ISO8601 DateTime '${String(input)}'`);
}

function readSchema(): GraphQLSchema {
  const sdl = readFileSync(new URL(`admin-${API_VERSION}.graphql`, folder), "utf8");
  const schema = buildSchema(sdl, { assumeValid: true, noLocation: true });
  const readers = { Decimal: decimal, Money: decimal, DateTime: instant };
  for (const [name, read] of Object.entries(readers)) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLScalarType)) continue;
    type.parseValue = read;
    type.parseLiteral = (node) => read("value" in node ? node.value : undefined);
  }
  return schema;
}

let schema: GraphQLSchema | undefined;
let requirements: Requirements | undefined;

/** Shopify's published Admin schema, read once a process. */
export function adminSchema(): GraphQLSchema {
  schema ??= readSchema();
  return schema;
}

/** Which access each type and field asks for, in Shopify's words. */
export function adminRequirements(): Requirements {
  requirements ??= requirementsFile.parse(
    JSON.parse(readFileSync(new URL(`admin-${API_VERSION}.scopes.json`, folder), "utf8")),
  );
  return requirements;
}
