import { ALL } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import { notPractised } from "../resolve.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";

/** One line of a result file, its end of line included. */
export type BulkLine = { text: string; isRoot: boolean };

type Resolver = (args: Record<string, unknown>, ctx: AdminContext, info: { fieldName: string }) => unknown;

function isResolver(value: unknown): value is Resolver {
  return typeof value === "function";
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function hasAll(value: unknown): value is { [ALL]: () => Iterable<Node> } {
  return typeof value === "object" && value !== null && ALL in value;
}

function read(node: Node, field: FieldPlan, ctx: AdminContext): unknown {
  const value = node[field.name];
  if (isResolver(value)) return value(field.args, ctx, { fieldName: field.name });
  if (value === undefined) throw notPractised(node.__typename, field.name);
  return value;
}

/** JSON of a value; written straight away, since millions of objects would be built to be stringified. */
function json(value: unknown, plan: ObjectPlan | null, ctx: AdminContext): string {
  if (plan === null || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => json(item, plan, ctx)).join(",")}]`;
  return isNode(value) ? `{${members(value, plan, ctx)}}` : "null";
}

function members(node: Node, plan: ObjectPlan, ctx: AdminContext): string {
  let text = "";
  for (const field of plan.fields) {
    if (field.onlyOn?.has(node.__typename) === false) continue;
    if (text !== "") text += ",";
    text += field.label + json(read(node, field, ctx), field.inner, ctx);
  }
  return text;
}

function* nodesOf(node: Node, field: FieldPlan, ctx: AdminContext): Generator<Node> {
  if (field.onlyOn !== null && !field.onlyOn.has(node.__typename)) return;
  const value = read(node, field, ctx);
  if (hasAll(value)) yield* value[ALL]();
}

function addLines(
  lines: BulkLine[],
  node: Node,
  plan: ObjectPlan,
  parentId: string | null,
  ctx: AdminContext,
): BulkLine[] {
  const own = members(node, plan, ctx);
  const parent = parentId === null ? "" : `${own === "" ? "" : ","}"__parentId":${JSON.stringify(parentId)}`;
  lines.push({ text: `{${own}${parent}}\n`, isRoot: parentId === null });
  const id = String(node.id);
  for (const connection of plan.connections)
    for (const child of nodesOf(node, connection, ctx))
      if (connection.inner !== null) addLines(lines, child, connection.inner, id, ctx);
  return lines;
}

/**
 * The lines of each root object of a bulk query, one array a root: the object itself, then all that
 * hangs on it. Nothing is kept once it was handed out.
 */
export function* bulkLines(root: Node, plan: ObjectPlan, ctx: AdminContext): Generator<BulkLine[]> {
  for (const field of plan.fields) {
    const value = read(root, field, ctx);
    if (isNode(value) && field.inner !== null) yield addLines([], value, field.inner, null, ctx);
  }
  for (const connection of plan.connections)
    for (const node of nodesOf(root, connection, ctx))
      if (connection.inner !== null) yield addLines([], node, connection.inner, null, ctx);
}

/**
 * Puts a batch of roots in the order of a file. Ungrouped files promise no order: here children come
 * before or after all roots of their batch, by turns, so that no reader gets used to either.
 */
export function inFileOrder(batch: readonly BulkLine[][], grouped: boolean, turn: number): BulkLine[] {
  const all = batch.flat();
  if (grouped) return all;
  const roots = all.filter(({ isRoot }) => isRoot);
  const children = all.filter(({ isRoot }) => !isRoot);
  return turn % 2 === 0 ? [...roots, ...children] : [...children, ...roots];
}
