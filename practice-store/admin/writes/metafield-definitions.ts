import type { MetafieldDefinition } from "../../shop/model.ts";
import { gid } from "../../shop/gid.ts";
import { type AdminContext, type Node, resolveNamespace } from "../context.ts";
import { isMetafieldType } from "../reads/metafield-types.ts";
import {
  type DefinitionIdentifier,
  definitionNode,
  findDefinition,
  identifyDefinition,
  ownerTypeOf,
} from "../reads/metafields.ts";
import { notPractised } from "../resolve.ts";
import { mayWriteNamespace, nameProblem, NOT_ALLOWED } from "./metafield-checks.ts";
import { done, refused, type UserError } from "./payload.ts";

type AccessInput = { admin?: string | null; storefront?: string | null; customerAccount?: string | null };

type DefinitionInput = {
  ownerType: string;
  namespace?: string | null;
  key: string;
  name?: string | null;
  description?: string | null;
  type: string;
  access?: AccessInput | null;
};

const MAX_NAME = 255;

/** Parts of the input that are kept; `pin` and the like are fine where they ask for nothing. */
const PRACTISED = new Set(["ownerType", "namespace", "key", "name", "description", "type", "access"]);

/** A part of the input that would be lost is refused, never passed over. */
function requirePractised(input: object): void {
  for (const [field, value] of Object.entries(input)) {
    const asksNothing = value === null || value === false || (Array.isArray(value) && value.length === 0);
    if (!PRACTISED.has(field) && !asksNothing) throw notPractised("MetafieldDefinitionInput", field);
  }
}

/** "PRODUCTVARIANT" in a sentence. */
function ownerName(ownerType: string): string {
  return ownerType.charAt(0) + ownerType.slice(1).toLowerCase();
}

function nameErrors(name: string): UserError[] {
  if (name.trim() === "")
    return [{ field: ["definition", "name"], message: "Name can't be blank", code: "BLANK" }];
  if (name.length <= MAX_NAME) return [];
  const message = `Name is too long (maximum is ${MAX_NAME} characters)`;
  return [{ field: ["definition", "name"], message, code: "TOO_LONG" }];
}

/** Only an app's own definitions may say who writes them in the admin. */
function accessErrors(namespace: string, access: AccessInput | null | undefined): UserError[] {
  if (typeof access?.admin !== "string" || namespace.startsWith("app--")) return [];
  const message = "Admin access can only be specified for app-owned metafield definitions.";
  return [{ field: ["definition"], message, code: "ADMIN_ACCESS_INPUT_NOT_ALLOWED" }];
}

function createErrors(input: DefinitionInput, namespace: string, ctx: AdminContext): UserError[] {
  const { ownerType, key, type } = input;
  const errors = nameErrors(input.name ?? "");
  for (const part of ["namespace", "key"] as const) {
    const problem = nameProblem(part, part === "namespace" ? namespace : key);
    if (problem === null) continue;
    const code = problem.code === "INVALID" ? "INVALID_CHARACTER" : problem.code;
    errors.push({ field: ["definition", part], message: problem.message, code });
  }
  if (!isMetafieldType(type)) {
    const message = `Type name ${type} is not a valid type.`;
    errors.push({ field: ["definition", "type"], message, code: "INCLUSION" });
  }
  if (!mayWriteNamespace(namespace, ctx.appId))
    errors.push({ field: ["definition", "namespace"], message: NOT_ALLOWED, code: "RESERVED_NAMESPACE_KEY" });
  errors.push(...accessErrors(namespace, input.access));
  if (findDefinition(ctx.store, { ownerType, namespace, key }) !== undefined) {
    const message = `Key is in use for ${ownerName(ownerType)} metafields on the '${namespace}' namespace.`;
    errors.push({ field: ["definition", "key"], message, code: "TAKEN" });
  }
  return errors;
}

function accessOf(
  input: AccessInput | null | undefined,
  before?: MetafieldDefinition["access"],
): MetafieldDefinition["access"] {
  return {
    admin: input?.admin ?? before?.admin ?? null,
    storefront: input?.storefront ?? before?.storefront ?? null,
    customerAccount: input?.customerAccount ?? before?.customerAccount ?? null,
  };
}

function create({ definition: input }: { definition: DefinitionInput }, ctx: AdminContext): Node {
  requirePractised(input);
  const namespace = resolveNamespace(input.namespace ?? null, ctx);
  const errors = createErrors(input, namespace, ctx);
  if (errors.length > 0) {
    const withElements = errors.map((error) => ({ ...error, elementIndex: null, elementKey: null }));
    return refused("MetafieldDefinitionCreatePayload", ["createdDefinition"], withElements);
  }
  const { ownerType, key, type, description = null } = input;
  const id = ctx.store.nextId();
  const access = accessOf(input.access);
  const definition = { id, ownerType, namespace, key, name: input.name ?? "", description, type, access };
  ctx.store.put("metafieldDefinitions", definition);
  return done("MetafieldDefinitionCreatePayload", {
    createdDefinition: () => definitionNode(definition, ctx),
  });
}

function update(
  { definition: input }: { definition: Omit<DefinitionInput, "type"> },
  ctx: AdminContext,
): Node {
  requirePractised(input);
  const namespace = resolveNamespace(input.namespace ?? null, ctx);
  const found = findDefinition(ctx.store, { ...input, namespace });
  const result = ["updatedDefinition", "validationJob"];
  if (found === undefined) {
    const error = { field: ["definition"], message: "Definition not found.", code: "NOT_FOUND" };
    return refused("MetafieldDefinitionUpdatePayload", result, [error]);
  }
  const errors = [...nameErrors(input.name ?? found.name), ...accessErrors(namespace, input.access)];
  if (errors.length > 0) return refused("MetafieldDefinitionUpdatePayload", result, errors);
  const changed: MetafieldDefinition = {
    ...found,
    name: input.name ?? found.name,
    description: input.description === undefined ? found.description : input.description,
    access: accessOf(input.access, found.access),
  };
  ctx.store.put("metafieldDefinitions", changed);
  return done("MetafieldDefinitionUpdatePayload", {
    updatedDefinition: () => definitionNode(changed, ctx),
    validationJob: null,
  });
}

function remove(
  args: DefinitionIdentifier & { deleteAllAssociatedMetafields?: boolean | null },
  ctx: AdminContext,
): Node {
  const found = identifyDefinition(args, ctx);
  const type = "MetafieldDefinitionDeletePayload";
  const result = ["deletedDefinitionId", "deletedDefinition"];
  if (found === undefined) {
    const error = { field: ["id"], message: "Definition not found.", code: "NOT_FOUND" };
    return refused(type, result, [error]);
  }
  const { id, ownerType, namespace, key } = found;
  if (args.deleteAllAssociatedMetafields !== true && namespace.startsWith("app--")) {
    const message =
      "Deleting a definition in a reserved namespace must be accompanied by the deletion of all its associated metafields.";
    const code = "RESERVED_NAMESPACE_ORPHANED_METAFIELDS";
    return refused(type, result, [{ field: null, message, code }]);
  }
  if (args.deleteAllAssociatedMetafields === true) {
    const { metafields } = ctx.store.tables;
    const own = [...metafields.values()].filter(
      (metafield) =>
        metafield.namespace === namespace &&
        metafield.key === key &&
        ownerTypeOf(metafield.ownerGid) === ownerType,
    );
    for (const metafield of own) ctx.store.remove("metafields", metafield.id);
  }
  ctx.store.remove("metafieldDefinitions", id);
  return done(type, {
    deletedDefinitionId: gid("MetafieldDefinition", id),
    deletedDefinition: { __typename: "MetafieldDefinitionIdentifier", ownerType, namespace, key },
  });
}

/** The mutations of metafield definitions. */
export function metafieldDefinitionMutations(ctx: AdminContext) {
  return {
    metafieldDefinitionCreate: (args: { definition: DefinitionInput }) => create(args, ctx),
    metafieldDefinitionUpdate: (args: { definition: DefinitionInput }) => update(args, ctx),
    metafieldDefinitionDelete: (args: Parameters<typeof remove>[0]) => remove(args, ctx),
  };
}
