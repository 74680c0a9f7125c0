import { ALL } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import { notPractised } from "../resolve.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";

/** The lines of one root object: its own, and those of all that hangs on it. */
export type RootLines = { own: string; children: string; childCount: number };

/** A piece of a result file and what it holds. */
export type BulkBatch = { text: string; objectCount: number; rootObjectCount: number };

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

/**
 * Adds the JSON of a value to a line's parts. Neither objects to stringify nor a text that grows: both
 * leave so many small pieces behind that collecting them takes longer than all the rest.
 */
function addJson(parts: string[], value: unknown, plan: ObjectPlan | null, ctx: AdminContext): void {
  if (plan === null || value === null) parts.push(JSON.stringify(value));
  else if (Array.isArray(value)) {
    parts.push("[");
    value.forEach((item, index) => {
      if (index > 0) parts.push(",");
      addJson(parts, item, plan, ctx);
    });
    parts.push("]");
  } else if (isNode(value)) {
    parts.push("{");
    addMembers(parts, value, plan, ctx);
    parts.push("}");
  } else parts.push("null");
}

function addMembers(parts: string[], node: Node, plan: ObjectPlan, ctx: AdminContext): void {
  let isFirst = true;
  for (const field of plan.fields) {
    if (field.onlyOn?.has(node.__typename) === false) continue;
    if (!isFirst) parts.push(",");
    isFirst = false;
    parts.push(field.label);
    addJson(parts, read(node, field, ctx), field.inner, ctx);
  }
}

function lineOf(node: Node, plan: ObjectPlan, parentId: string | null, ctx: AdminContext): string {
  const parts = ["{"];
  addMembers(parts, node, plan, ctx);
  if (parentId !== null) {
    if (parts.length > 1) parts.push(",");
    parts.push('"__parentId":', JSON.stringify(parentId));
  }
  parts.push("}\n");
  return parts.join("");
}

function* nodesOf(node: Node, field: FieldPlan, ctx: AdminContext): Generator<Node> {
  if (field.onlyOn !== null && !field.onlyOn.has(node.__typename)) return;
  const value = read(node, field, ctx);
  if (hasAll(value)) yield* value[ALL]();
}

function addChildren(lines: string[], node: Node, plan: ObjectPlan, ctx: AdminContext): void {
  const id = String(node.id);
  for (const connection of plan.connections)
    for (const child of nodesOf(node, connection, ctx)) {
      if (connection.inner === null) continue;
      lines.push(lineOf(child, connection.inner, id, ctx));
      addChildren(lines, child, connection.inner, ctx);
    }
}

function rootLines(node: Node, plan: ObjectPlan, ctx: AdminContext): RootLines {
  const lines: string[] = [];
  addChildren(lines, node, plan, ctx);
  return { own: lineOf(node, plan, null, ctx), children: lines.join(""), childCount: lines.length };
}

/** The lines of each root object of a bulk query. Nothing is kept once it was handed out. */
export function* bulkLines(root: Node, plan: ObjectPlan, ctx: AdminContext): Generator<RootLines> {
  for (const field of plan.fields) {
    const value = read(root, field, ctx);
    if (isNode(value) && field.inner !== null) yield rootLines(value, field.inner, ctx);
  }
  for (const connection of plan.connections)
    for (const node of nodesOf(root, connection, ctx))
      if (connection.inner !== null) yield rootLines(node, connection.inner, ctx);
}

/**
 * Puts some roots in the order of a file. Ungrouped files promise no order: here children come before
 * or after all roots of their batch, by turns, so that no reader gets used to either.
 */
export function inFileOrder(roots: readonly RootLines[], grouped: boolean, turn: number): BulkBatch {
  const own = roots.map((root) => root.own);
  const children = roots.map((root) => root.children);
  const parts = grouped
    ? roots.flatMap((root) => [root.own, root.children])
    : turn % 2 === 0
      ? [...own, ...children]
      : [...children, ...own];
  return {
    text: parts.join(""),
    objectCount: roots.reduce((sum, { childCount }) => sum + 1 + childCount, 0),
    rootObjectCount: roots.length,
  };
}
