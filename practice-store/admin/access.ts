import { getNamedType, GraphQLError, type GraphQLField, type GraphQLObjectType } from "graphql";
import type { AdminContext } from "./context.ts";
import { adminRequirements } from "./schema.ts";

type Requirement = { text: string; anyOf: string[] };

const NO_REQUIREMENT: Requirement = { text: "", anyOf: [] };
const byField = new Map<string, Requirement>();

/** The scopes named in Shopify's sentence: one of them is enough. */
function parseRequirement(text: string | undefined): Requirement {
  if (text === undefined) return NO_REQUIREMENT;
  const scopes = (text.split("Also:")[0] ?? "").matchAll(/`((?:read|write)_[a-z_]+)`/g);
  return { text, anyOf: [...scopes].flatMap((match) => match[1] ?? []) };
}

/** The access that a field needs: its own, else that of the type it returns (through a connection). */
function requirementOf(parent: string, field: GraphQLField<unknown, unknown>): Requirement {
  const path = `${parent}.${field.name}`;
  const known = byField.get(path);
  if (known !== undefined) return known;
  const { access } = adminRequirements();
  const returned = getNamedType(field.type).name.replace(/Connection$/, "");
  const own = parseRequirement(access[path]);
  const found = own.anyOf.length > 0 ? own : parseRequirement(access[returned]);
  byField.set(path, found);
  return found;
}

/** The scopes a token really has: writing implies reading. */
export function grantedScopes(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(scopes.flatMap((scope) => [scope.replace(/^write_/, "read_"), scope]));
}

function denied(field: string, required: string): GraphQLError {
  return new GraphQLError(`Access denied for ${field} field. Required access: ${required}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess: required,
    },
  });
}

/** Mutations on any owner ask for the scope of that owner. */
const writeScopeOf: Record<string, string> = {
  Customer: "write_customers",
  Order: "write_orders",
  DraftOrder: "write_draft_orders",
  Product: "write_products",
  ProductVariant: "write_products",
  Collection: "write_products",
};

/** Refuses a mutation on an owner whose type the token must not write. Source: tagsAdd, metafieldsSet docs. */
export function requireOwnerAccess(ctx: AdminContext, field: string, ownerType: string): void {
  const scope = writeScopeOf[ownerType];
  if (ctx.caller.kind === "owner" || scope === undefined || ctx.scopes.has(scope)) return;
  throw denied(field, `\`${scope}\` access scope.`);
}

/**
 * Why the caller may not read this field, or undefined where it may. Texts as Shopify gives them
 * (https://shopify.dev/changelog/new-error-messages-for-graphql-operations-without-necessary-access-scopes).
 */
export function refusal(
  ctx: AdminContext,
  parent: GraphQLObjectType | { name: string },
  field: GraphQLField<unknown, unknown>,
): GraphQLError | undefined {
  if (ctx.caller.kind === "owner") return undefined;
  const { anyOf, text } = requirementOf(parent.name, field);
  if (anyOf.length > 0 && !anyOf.some((scope) => ctx.scopes.has(scope))) return denied(field.name, text);
  if (ctx.personalData || adminRequirements().protected[`${parent.name}.${field.name}`] === undefined)
    return undefined;
  return new GraphQLError(
    `This app is not approved to use the ${field.name} field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
    {
      extensions: {
        code: "ACCESS_DENIED",
        documentation: "https://shopify.dev/docs/apps/launch/protected-customer-data",
      },
    },
  );
}
