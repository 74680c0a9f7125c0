import type { Segment } from "../../shop/model.ts";
import { parseSegmentQuery } from "../../segments/query.ts";
import { gid } from "../../shop/gid.ts";
import type { AdminContext, Node } from "../context.ts";
import { findSegment, segmentNode } from "../reads/segments.ts";
import { done, refused, type UserError } from "./payload.ts";

/** Source: https://shopify.dev/docs/apps/build/marketing-analytics/customer-segments (limits). */
const MAX_SEGMENTS = 6000;
const MAX_NAME = 255;
const MAX_QUERY = 5000;

function nameErrors(name: string): UserError[] {
  if (name.trim() === "") return [{ field: ["name"], message: "Name can't be blank" }];
  if (name.length <= MAX_NAME) return [];
  return [{ field: ["name"], message: `Name is too long (maximum is ${MAX_NAME} characters)` }];
}

function queryErrors(query: string): UserError[] {
  if (query.trim() === "") return [{ field: ["query"], message: "Query can't be blank" }];
  if (query.length > MAX_QUERY)
    return [{ field: ["query"], message: `Query is too long (maximum is ${MAX_QUERY} characters)` }];
  return parseSegmentQuery(query).errors.map((message) => ({ field: ["query"], message }));
}

/** The name, or "Name (2)", "Name (3)" … where other segments have it. */
function freeName(name: string, ctx: AdminContext, ownId: number | null): string {
  const others = ctx.store.tables.segments.values().filter(({ id }) => id !== ownId);
  const taken = new Set(others.map((segment) => segment.name));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}

function create({ name, query }: { name: string; query: string }, ctx: AdminContext): Node {
  const errors = [...nameErrors(name), ...queryErrors(query)];
  if (ctx.store.tables.segments.size >= MAX_SEGMENTS)
    errors.push({
      field: null,
      message: "Segment limit reached. Delete an existing segment to create more.",
    });
  if (errors.length > 0) return refused("SegmentCreatePayload", ["segment"], errors);
  const now = ctx.clock().toISOString();
  const id = ctx.store.nextId();
  const segment: Segment = { id, name: freeName(name, ctx, null), query, createdAt: now, updatedAt: now };
  ctx.store.put("segments", segment);
  return done("SegmentCreatePayload", { segment: () => segmentNode(segment) });
}

const UNKNOWN: UserError = { field: ["id"], message: "Segment does not exist" };

function update(args: { id: string; name?: string | null; query?: string | null }, ctx: AdminContext): Node {
  const found = findSegment(args.id, ctx);
  if (found === undefined) return refused("SegmentUpdatePayload", ["segment"], [UNKNOWN]);
  const { name = null, query = null } = args;
  if (name === null && query === null) {
    const message = "At least one attribute to change must be present";
    return refused("SegmentUpdatePayload", ["segment"], [{ field: null, message }]);
  }
  const errors = [...(name === null ? [] : nameErrors(name)), ...(query === null ? [] : queryErrors(query))];
  if (errors.length > 0) return refused("SegmentUpdatePayload", ["segment"], errors);
  const changed: Segment = {
    ...found,
    name: name === null ? found.name : freeName(name, ctx, found.id),
    query: query ?? found.query,
    updatedAt: ctx.clock().toISOString(),
  };
  ctx.store.put("segments", changed);
  return done("SegmentUpdatePayload", { segment: () => segmentNode(changed) });
}

function remove({ id }: { id: string }, ctx: AdminContext): Node {
  const found = findSegment(id, ctx);
  if (found === undefined) return refused("SegmentDeletePayload", ["deletedSegmentId"], [UNKNOWN]);
  ctx.store.remove("segments", found.id);
  return done("SegmentDeletePayload", { deletedSegmentId: gid("Segment", found.id) });
}

/** The mutations of segments. */
export function segmentMutations(ctx: AdminContext) {
  return {
    segmentCreate: (args: Parameters<typeof create>[0]) => create(args, ctx),
    segmentUpdate: (args: Parameters<typeof update>[0]) => update(args, ctx),
    segmentDelete: (args: Parameters<typeof remove>[0]) => remove(args, ctx),
  };
}
