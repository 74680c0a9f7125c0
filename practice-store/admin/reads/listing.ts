import { type ConnectionNode, connection, type PageArgs, sorted } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import { search, type SearchFields } from "../filter.ts";
import { countNode } from "./values.ts";

/** Arguments of Shopify's list fields. */
export type ListArgs = PageArgs & {
  query?: string | null;
  sortKey?: string | null;
  reverse?: boolean | null;
};

/** How records of one kind are found, ordered and shown. */
export type RecordList<T extends { id: number }> = {
  type: string;
  /** The field's name, for search warnings. */
  path: string;
  search: SearchFields<T>;
  /** Sort values by sort key; keys that are not here sort by id. */
  sortKeys: Record<string, (record: T) => string | number>;
  node: (record: T, ctx: AdminContext) => Node;
};

/** The records that the arguments ask for, as a connection. */
export function listNode<T extends { id: number }>(
  records: Iterable<T>,
  args: ListArgs,
  list: RecordList<T>,
  ctx: AdminContext,
): ConnectionNode {
  const value = list.sortKeys[args.sortKey ?? "ID"] ?? ((record: T) => record.id);
  const position = (record: T) => ({ id: record.id, value: value(record) });
  const found = search(records, args.query ?? null, list.search, { ctx, path: list.path });
  const reverse = args.reverse ?? false;
  const items = sorted(found, position, reverse);
  return connection(
    { type: list.type, items, reverse, position, node: (record) => list.node(record, ctx) },
    args,
  );
}

/** How many records a query finds. */
export function listCount<T extends { id: number }>(
  records: Iterable<T>,
  args: { query?: string | null; limit?: number | null },
  list: RecordList<T>,
  ctx: AdminContext,
): Node {
  const found = search(records, args.query ?? null, list.search, { ctx, path: `${list.path}Count` });
  return countNode(found.length, args.limit ?? null);
}
