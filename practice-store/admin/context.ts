import type { Customer, Installation, Order } from "../shop/model.ts";
import type { ShopStore } from "../shop/store.ts";

/** Tells the present moment; passed wherever time is needed. */
export type Clock = () => Date;

/**
 * One object as GraphQL sees it. A property is a value or a function `(args, ctx, info) => value`;
 * a field of the schema for which there is no property is answered "not practised yet".
 */
export type Node = { __typename: string; [field: string]: unknown };

/** Who belongs to which segment at this moment (segments/membership.ts). */
export type SegmentReader = {
  has(segmentId: number, customerId: number): boolean;
  count(segmentId: number): number;
  members(segmentId: number): number[];
};

/** Whose token came with the request. */
export type Caller = { kind: "owner" } | { kind: "app"; installation: Installation };

/** All that resolvers of one request may use. */
export type AdminContext = {
  store: ShopStore;
  caller: Caller;
  /** Access scopes of the token; the owner has every one. */
  scopes: ReadonlySet<string>;
  clock: Clock;
  segments: SegmentReader;
  /** "2026-10" */
  apiVersion: string;
  /** The app that `$app` means: the caller's own, for the owner the installed one. Null where none is. */
  appId: number | null;
  /** Orders created before this instant (ISO, UTC) are not shown; null shows all. */
  ordersSince: string | null;
  /** Whether the caller may read names, e-mails, phones and addresses. */
  personalData: boolean;
  /** Builders of nodes that refer to each other across files: a customer's orders, an order's customer. */
  nodes: {
    customer: (customer: Customer, ctx: AdminContext) => Node;
    order: (order: Order, ctx: AdminContext) => Node;
  };
  /** Searches of this request that named unknown fields; the answer's extensions tell of them. */
  searches: { path: string[]; query: string; unknown: string[] }[];
};

/**
 * The namespace as it is stored: `$app` and a missing one mean the app's own (`app--<id>`),
 * `$app:x` its sub-namespace (`app--<id>--x`). Others stay as they are.
 * Source: https://shopify.dev/docs/apps/build/metafields (reserved prefixes).
 */
export function resolveNamespace(namespace: string | null, ctx: Pick<AdminContext, "appId">): string {
  const own = `app--${ctx.appId ?? 0}`;
  if (namespace === null || namespace === "$app") return own;
  return namespace.startsWith("$app:") ? `${own}--${namespace.slice("$app:".length)}` : namespace;
}
