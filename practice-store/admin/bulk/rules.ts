import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { checkDocument } from "../execute.ts";
import { adminSchema } from "../schema.ts";

/** Limits of bulk queries since API 2026-01 (shopify.dev, bulk operations; recorded error texts). */
const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;

type Found = { name: string; depth: number; withinList: boolean; usesNodes: boolean; lacksId: boolean };

/** What one is inside of, from a field of the document down. */
type Frame = { kind: "connection" | "list" | "object"; name: string; nodeSelection?: SelectionSetNode };

export function isConnection(type: unknown): type is GraphQLObjectType {
  return isObjectType(type) && type.name.endsWith("Connection");
}

function selects(set: SelectionSetNode | undefined, name: string): boolean {
  return (set?.selections ?? []).some(
    (selection) =>
      selection.kind === Kind.FIELD && selection.name.value === name && selection.alias === undefined,
  );
}

function child(set: SelectionSetNode | undefined, name: string): SelectionSetNode | undefined {
  for (const selection of set?.selections ?? [])
    if (selection.kind === Kind.FIELD && selection.name.value === name) return selection.selectionSet;
  return undefined;
}

/** Every connection of the document with what the rules ask about it. */
function findConnections(document: DocumentNode): Found[] {
  const found: Found[] = [];
  const frames: Frame[] = [];
  const types = new TypeInfo(adminSchema());
  const enter = (name: string, set: SelectionSetNode | undefined): void => {
    const field = types.getFieldDef();
    const type = field ? getNamedType(field.type) : undefined;
    if (!isConnection(type)) {
      const listed = field ? isListType(getNullableType(field.type)) : false;
      frames.push({ kind: listed && name !== "edges" && name !== "nodes" ? "list" : "object", name });
      return;
    }
    const outer = frames.filter(({ kind }) => kind === "connection");
    const parent = outer.at(-1);
    const inside = parent === undefined ? [] : frames.slice(frames.indexOf(parent) + 1);
    found.push({
      name,
      depth: outer.length,
      withinList: inside.some(({ kind }) => kind === "list"),
      usesNodes: child(set, "nodes") !== undefined,
      lacksId: false,
    });
    const lacking = found.find((other) => other.name === parent?.name);
    if (parent !== undefined && lacking !== undefined)
      lacking.lacksId ||= !selects(parent.nodeSelection, "id");
    const nodeSelection = child(child(set, "edges"), "node");
    frames.push({ kind: "connection", name, ...(nodeSelection === undefined ? {} : { nodeSelection }) });
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (node) => enter(node.name.value, node.selectionSet),
        leave: () => void frames.pop(),
      },
    }),
  );
  return found;
}

function problemsOf(document: DocumentNode, rootFields: readonly string[]): string[] {
  const connections = findConnections(document);
  const problems: string[] = [];
  for (const name of ["node", "nodes"])
    if (rootFields.includes(name))
      problems.push(`Bulk queries cannot contain a top level \`${name}\` field.`);
  if (connections.length === 0) problems.push("Bulk queries must contain at least one connection.");
  if (connections.length > MAX_CONNECTIONS)
    problems.push(`Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`);
  if (connections.some(({ depth }) => depth > MAX_DEPTH))
    problems.push(`Bulk queries cannot contain connections with a nesting depth greater than ${MAX_DEPTH}.`);
  const byNodes = connections.filter(({ usesNodes }) => usesNodes).map(({ name }) => name);
  if (byNodes.length > 0)
    problems.push(
      "All connection fields in a bulk query must select their contents using 'edges' > 'node', " +
        `e.g: '${byNodes[0]} { edges { node {'. Selecting via 'nodes' is not supported. ` +
        `Invalid connection fields: '${byNodes.join("', '")}'.`,
    );
  const withoutId = connections.filter(({ lacksId }) => lacksId).map(({ name }) => name);
  if (withoutId.length > 0)
    problems.push(
      "The parent 'node' field for a nested connection must select the 'id' field without an alias and " +
        `must be of 'ID' return type. Connection fields without 'id': ${withoutId.join(", ")}.`,
    );
  if (connections.some(({ withinList }) => withinList))
    problems.push("Queries that contain a connection field within a list field are not currently supported.");
  return problems;
}

/** The document of a bulk query, or why Shopify would not run it. */
export function checkBulkQuery(query: string): { document: DocumentNode } | { problems: string[] } {
  const checked = checkDocument(query, null);
  if ("errors" in checked)
    return { problems: checked.errors.map(({ message }) => `Invalid bulk query: ${message}`) };
  const { document, operation } = checked;
  if (operation.operation !== OperationTypeNode.QUERY)
    return { problems: ["Invalid operation type. Only `query` operations are supported."] };
  const rootFields = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  const problems = problemsOf(document, rootFields);
  return problems.length > 0 ? { problems } : { document };
}
