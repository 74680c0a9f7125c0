import { GraphQLError } from "graphql";
import { z } from "zod";
import type { Node } from "./context.ts";

/** All nodes of a connection, unpaged: what a bulk query walks. */
export const ALL = Symbol("all nodes of a connection");

export type ConnectionNode = Node & { [ALL]: () => Iterable<Node> };

/** The paging arguments that every connection takes. */
export type PageArgs = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
};

/** Where an item stands in its list: its sort value, then its id. */
type Position = { id: number; value: string | number };

const MAX_PAGE = 250;

const cursorContent = z.object({ last_id: z.number(), last_value: z.union([z.string(), z.number()]) });

function encodeCursor({ id, value }: Position): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString("base64");
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

function decodeCursor(cursor: string): Position {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, "base64").toString("utf8"));
    const { last_id, last_value } = cursorContent.parse(content);
    return { id: last_id, value: last_value };
  } catch {
    throw badRequest("Invalid cursor for current pagination sort.");
  }
}

function comparePositions(a: Position, b: Position): number {
  if (a.value === b.value) return a.id - b.id;
  return a.value < b.value ? -1 : 1;
}

function checkPage({ first = null, last = null }: PageArgs): void {
  if (first === null && last === null) throw badRequest("you must provide one of first or last");
  if (first !== null && last !== null) throw badRequest("providing both first and last is not supported");
  for (const [name, size] of Object.entries({ first, last })) {
    if (size === null) continue;
    if (size < 0) throw badRequest(`${name} cannot be negative`);
    if (size > MAX_PAGE) throw badRequest(`${name} cannot exceed ${MAX_PAGE}`);
  }
}

/** Items of a list in its order, each with the value it is sorted by. */
type Listing<T> = {
  /** "Customer" makes CustomerConnection and CustomerEdge. */
  type: string;
  items: readonly T[];
  /** Sorted from high to low. */
  reverse?: boolean;
  position: (item: T) => Position;
  node: (item: T) => Node;
};

type Page<T> = { items: readonly T[]; hasNextPage: boolean; hasPreviousPage: boolean };

function cut<T>(listing: Listing<T>, args: PageArgs): Page<T> {
  checkPage(args);
  const { after = null, before = null, first = null, last = null } = args;
  const { items, position } = listing;
  const sign = listing.reverse === true ? -1 : 1;
  // Items after the cursor, by place and not by identity: the item itself may be gone or changed.
  const from = (cursor: string, inclusive: boolean): number => {
    const at = decodeCursor(cursor);
    const index = items.findIndex((item) => {
      const order = comparePositions(position(item), at) * sign;
      return inclusive ? order >= 0 : order > 0;
    });
    return index === -1 ? items.length : index;
  };
  let start = after === null ? 0 : from(after, false);
  let end = before === null ? items.length : from(before, true);
  if (first !== null) end = Math.min(end, start + first);
  else start = Math.max(start, end - (last ?? 0));
  return { items: items.slice(start, end), hasPreviousPage: start > 0, hasNextPage: end < items.length };
}

/**
 * A Relay connection as Shopify makes them: `edges`, `nodes`, `pageInfo`, cursors that survive
 * changes to the list. Nothing is computed before it is asked for.
 */
export function connection<T>(listing: Listing<T>, args: PageArgs): ConnectionNode {
  let cached: Page<T> | undefined;
  const page = (): Page<T> => (cached ??= cut(listing, args));
  const cursorAt = (index: number): string | null => {
    const item = page().items.at(index);
    return item === undefined ? null : encodeCursor(listing.position(item));
  };
  return {
    __typename: `${listing.type}Connection`,
    nodes: () => page().items.map(listing.node),
    edges: () =>
      page().items.map((item) => ({
        __typename: `${listing.type}Edge`,
        cursor: encodeCursor(listing.position(item)),
        node: () => listing.node(item),
      })),
    pageInfo: () => ({
      __typename: "PageInfo",
      hasNextPage: page().hasNextPage,
      hasPreviousPage: page().hasPreviousPage,
      startCursor: cursorAt(0),
      endCursor: cursorAt(-1),
    }),
    [ALL]: function* () {
      for (const item of listing.items) yield listing.node(item);
    },
  };
}

/** Items in order of a sort value, low to high, ties by id; or the other way round. */
export function sorted<T>(
  items: Iterable<T>,
  position: (item: T) => Position,
  reverse: boolean,
): readonly T[] {
  const sign = reverse ? -1 : 1;
  return [...items]
    .map((item) => ({ item, at: position(item) }))
    .sort((a, b) => comparePositions(a.at, b.at) * sign)
    .map(({ item }) => item);
}
