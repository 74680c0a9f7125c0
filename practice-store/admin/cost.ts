/**
 * Shopify's calculated query cost. Rules from shopify.dev (GraphQL Admin API rate limits): scalar 0,
 * object 1, mutation 10, connection by its size, interface and union the dearest selection. Sizes and
 * exceptions read off 243 recorded queries with their costs (API 2025-01 and 2026-04): a connection
 * is 2 plus, for each thing selected in its nodes, `floor(2 ln n)`, at least 1, for n items.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from "graphql";

/** What of a document its cost depends on. */
type CostedOperation = {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
};

/** Objects of an answer; undefined while only the asked-for cost is wanted. */
type Answered = Record<string, unknown>[] | undefined;

/** Objects that come with their parent for free, by type or by field. */
const FREE = new Set([
  "MoneyV2",
  "MoneyBag",
  "PageInfo",
  "Weight",
  "InventoryItemMeasurement",
  "CollectionRuleSet",
  "CollectionRule",
  "Customer.defaultAddress",
]);

/** Counts cost as much as a search where they are one. */
const SEARCHED_COUNTS = new Set(["QueryRoot", "Blog", "Article"]);

const MUTATION_COST = 10;
const COUNT_COST = 10;
const CONNECTION_COST = 2;

function sizeFactor(items: number): number {
  return items === 0 ? 0 : Math.max(1, Math.floor(2 * Math.log(items)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects under one key of the given objects, lists laid flat. */
function answeredUnder(answered: Answered, key: string): Answered {
  return answered?.flatMap((object) => [object[key]].flat(3).filter(isRecord));
}

function argument(op: CostedOperation, node: FieldNode, name: string): unknown {
  const given = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return given === undefined ? undefined : valueFromASTUntyped(given, op.variables);
}

function isSkipped(op: CostedOperation, { directives = [] }: SelectionNode): boolean {
  return directives.some((directive) => {
    const condition = directive.arguments?.find(({ name }) => name.value === "if")?.value;
    const given = condition === undefined ? undefined : valueFromASTUntyped(condition, op.variables);
    return given === (directive.name.value === "skip");
  });
}

type Fragment = { on: GraphQLCompositeType; body: SelectionSetNode };

function fragmentOf(
  op: CostedOperation,
  selection: SelectionNode,
  on: GraphQLCompositeType,
): Fragment | undefined {
  if (selection.kind === Kind.FIELD) return undefined;
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : op.fragments.get(selection.name.value);
  if (fragment === undefined) return undefined;
  const named = fragment.typeCondition && op.schema.getType(fragment.typeCondition.name.value);
  return { on: isCompositeType(named) ? named : on, body: fragment.selectionSet };
}

/** What the selection costs where the object turns out to be a `type`. */
function costAs(
  op: CostedOperation,
  { on, body }: Fragment,
  type: GraphQLCompositeType,
  answered: Answered,
): number {
  let cost = 0;
  for (const selection of body.selections) {
    if (isSkipped(op, selection)) continue;
    if (selection.kind === Kind.FIELD) cost += fieldCost(op, on, selection, answered);
    const fragment = fragmentOf(op, selection, on);
    if (fragment === undefined) continue;
    const target = fragment.on;
    const applies =
      target === on ||
      target === type ||
      (isAbstractType(target) && !isUnionType(type) && op.schema.isSubType(target, type));
    if (applies) cost += costAs(op, fragment, type, answered);
  }
  return cost;
}

/** Types that the fragments of a selection ask about. */
function typesAskedFor(op: CostedOperation, { on, body }: Fragment): GraphQLCompositeType[] {
  return body.selections.flatMap((selection) => {
    const fragment = fragmentOf(op, selection, on);
    return fragment === undefined ? [] : [fragment.on, ...typesAskedFor(op, fragment)];
  });
}

function selectionCost(op: CostedOperation, fragment: Fragment, answered: Answered): number {
  const types = new Set([fragment.on, ...typesAskedFor(op, fragment)]);
  return Math.max(...[...types].map((type) => costAs(op, fragment, type, answered)));
}

function connectionCost(
  op: CostedOperation,
  node: FieldNode,
  fragment: Fragment,
  answered: Answered,
): number {
  const perItem = selectionCost(op, fragment, answered);
  if (answered === undefined) {
    const asked = Number(argument(op, node, "first") ?? argument(op, node, "last") ?? 0);
    return CONNECTION_COST + sizeFactor(asked) * perItem;
  }
  const items = ["nodes", "edges"].map((key) => answeredUnder(answered, key)?.length ?? 0);
  const each = Math.ceil(Math.max(...items) / Math.max(1, answered.length));
  return CONNECTION_COST + sizeFactor(each) * perItem;
}

/** Objects of a mutation's payload come with the mutation; what they hold costs as usual. */
function payloadCost(op: CostedOperation, { on, body }: Fragment, answered: Answered): number {
  let cost = MUTATION_COST;
  for (const selection of body.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    cost += fieldCost(op, on, selection, answered);
    if (selection.selectionSet !== undefined) cost -= 1;
  }
  return cost;
}

function fieldCost(
  op: CostedOperation,
  parent: GraphQLCompositeType,
  node: FieldNode,
  siblings: Answered,
): number {
  const name = node.name.value;
  const metaField = [SchemaMetaFieldDef, TypeMetaFieldDef].find((meta) => meta.name === name);
  const field = metaField ?? (isUnionType(parent) ? undefined : parent.getFields()[name]);
  const on = field === undefined ? undefined : getNamedType(field.type);
  if (!isCompositeType(on) || node.selectionSet === undefined) return 0;
  const fragment = { on, body: node.selectionSet };
  const answered = answeredUnder(siblings, node.alias?.value ?? name);
  if (parent === op.schema.getMutationType()) return payloadCost(op, fragment, answered);
  if (on.name === "Count" && SEARCHED_COUNTS.has(parent.name)) return COUNT_COST;
  if (on.name.endsWith("Connection")) return connectionCost(op, node, fragment, answered);
  const own = on.name.endsWith("Edge") || FREE.has(on.name) || FREE.has(`${parent.name}.${name}`) ? 0 : 1;
  return answered?.length === 0 ? own : own + selectionCost(op, fragment, answered);
}

/** The points that a query asks for, or with its `data` those it really used. Never less than 1. */
export function queryCost(op: CostedOperation, data?: unknown): number {
  const on = op.schema.getRootType(op.operation.operation);
  if (!on) return 1;
  const answered = data === undefined ? undefined : [data].filter(isRecord);
  return Math.max(1, selectionCost(op, { on, body: op.operation.selectionSet }, answered));
}
