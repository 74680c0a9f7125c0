import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  type GraphQLCompositeType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { refusal } from "../access.ts";
import type { AdminContext } from "../context.ts";
import { fragmentsOf, operationOf } from "../document.ts";
import { adminSchema } from "../schema.ts";
import { isConnection } from "./rules.ts";

/** One field of a bulk query, looked up and its arguments read once instead of once an object. */
export type FieldPlan = {
  /** The key of the answer as JSON, colon included. */
  label: string;
  name: string;
  args: Record<string, unknown>;
  /** A leaf has no inner plan. */
  inner: ObjectPlan | null;
  connection: boolean;
  /** The names of the types that the field is asked of; null where it is asked of every one. */
  onlyOn: ReadonlySet<string> | null;
};

export type ObjectPlan = { fields: FieldPlan[]; connections: FieldPlan[] };

type Scope = { ctx: AdminContext; fragments: ReadonlyMap<string, FragmentDefinitionNode> };

/** The names of the object types that a type condition lets through. */
function typesUnder(type: GraphQLCompositeType): ReadonlySet<string> {
  if (!isAbstractType(type)) return new Set([type.name]);
  return new Set(
    adminSchema()
      .getPossibleTypes(type)
      .map(({ name }) => name),
  );
}

function planField(
  scope: Scope,
  parent: GraphQLCompositeType,
  node: FieldNode,
  onlyOn: FieldPlan["onlyOn"],
): FieldPlan {
  const name = node.name.value;
  const base = { label: `${JSON.stringify(node.alias?.value ?? name)}:`, name, onlyOn };
  const field = isUnionType(parent) ? undefined : parent.getFields()[name];
  if (field === undefined) return { ...base, args: {}, inner: null, connection: false };
  const refused = isObjectType(parent) ? refusal(scope.ctx, parent, field) : undefined;
  if (refused !== undefined) throw refused;
  const type = getNamedType(field.type);
  const args = getArgumentValues(field, node);
  if (node.selectionSet === undefined || !isCompositeType(type))
    return { ...base, args, inner: null, connection: false };
  if (!isConnection(type))
    return { ...base, args, inner: planObject(scope, type, node.selectionSet), connection: false };
  const edges = only(node.selectionSet, "edges");
  const each = only(edges?.selectionSet, "node");
  const nodesField = type.getFields().nodes;
  const nodeType = nodesField === undefined ? undefined : getNamedType(nodesField.type);
  if (each?.selectionSet === undefined || !isCompositeType(nodeType))
    throw new GraphQLError(`${name} selects no nodes`);
  return { ...base, args, inner: planObject(scope, nodeType, each.selectionSet), connection: true };
}

function only(set: SelectionSetNode | undefined, name: string): FieldNode | undefined {
  for (const selection of set?.selections ?? [])
    if (selection.kind === Kind.FIELD && selection.name.value === name) return selection;
  return undefined;
}

function planSelection(
  scope: Scope,
  on: GraphQLCompositeType,
  selection: SelectionNode,
  onlyOn: FieldPlan["onlyOn"],
): FieldPlan[] {
  if (selection.kind === Kind.FIELD) return [planField(scope, on, selection, onlyOn)];
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
  const named = fragment?.typeCondition && adminSchema().getType(fragment.typeCondition.name.value);
  const target = isCompositeType(named) ? named : on;
  const narrowed = target === on ? onlyOn : typesUnder(target);
  return (fragment?.selectionSet.selections ?? []).flatMap((inner) =>
    planSelection(scope, target, inner, narrowed),
  );
}

function planObject(scope: Scope, type: GraphQLCompositeType, set: SelectionSetNode): ObjectPlan {
  const all = set.selections.flatMap((selection) => planSelection(scope, type, selection, null));
  return {
    fields: all.filter(({ connection }) => !connection),
    connections: all.filter(({ connection }) => connection),
  };
}

/** The plan of a checked bulk query. Throws Shopify's error where the caller may not read a field. */
export function planBulkQuery(document: DocumentNode, ctx: AdminContext): ObjectPlan {
  const operation = operationOf(document, null);
  const root = adminSchema().getQueryType();
  if (operation === undefined || !root) throw new GraphQLError("No query to run");
  return planObject({ ctx, fragments: fragmentsOf(document) }, root, operation.selectionSet);
}
