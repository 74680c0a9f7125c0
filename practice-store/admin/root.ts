import { parseGid } from "../shop/gid.ts";
import type { AdminContext, Node } from "./context.ts";
import type { Roots } from "./execute.ts";
import { type NodeReader, nodeReaders, queries } from "./reads/index.ts";
import { notPractised } from "./resolve.ts";

type Fields = (ctx: AdminContext) => Record<string, unknown>;

/** What a part of the practice store adds to the schema's roots. */
export type RootPart = { queries?: Fields; mutations?: Fields; nodes?: Record<string, NodeReader> };

function nodeFields(readers: Record<string, NodeReader>, ctx: AdminContext): Record<string, unknown> {
  const find = (id: string): Node | null => {
    const parsed = parseGid(id);
    if (parsed === undefined) return null;
    const read = readers[parsed.type];
    if (read === undefined) throw notPractised("Node", parsed.type);
    return read(parsed.id, ctx);
  };
  return {
    node: ({ id }: { id: string }) => find(id),
    nodes: ({ ids }: { ids: string[] }) => ids.map(find),
  };
}

function merged<T>(records: readonly Record<string, T>[]): Record<string, T> {
  return Object.fromEntries(records.flatMap((record) => Object.entries(record)));
}

/** The root objects of the schema: this folder's reads and what the other parts add. */
export function createRoots(parts: readonly RootPart[]): Roots {
  const readers = merged([nodeReaders, ...parts.map(({ nodes }) => nodes ?? {})]);
  return {
    query: (ctx) => ({
      __typename: "QueryRoot",
      ...queries(ctx),
      ...merged(parts.map((part) => part.queries?.(ctx) ?? {})),
      ...nodeFields(readers, ctx),
    }),
    mutation: (ctx) => ({
      __typename: "Mutation",
      ...merged(parts.map((part) => part.mutations?.(ctx) ?? {})),
    }),
  };
}
