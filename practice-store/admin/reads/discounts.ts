import type { Discount } from "../../shop/model.ts";
import { gid, parseGid } from "../../shop/gid.ts";
import type { ShopStore } from "../../shop/store.ts";
import type { AdminContext, Node } from "../context.ts";
import { discountContent, discountStatus } from "./discount-content.ts";
import { type ListArgs, listCount, listNode, type RecordList } from "./listing.ts";
import { metafieldFields } from "./metafields.ts";

const nodeTypes = { automatic: "DiscountAutomaticNode", code: "DiscountCodeNode" } as const;

/** A discount's global id: its type says whether it is automatic or by code. */
function discountGid({ id, method }: Pick<Discount, "id" | "method">): string {
  return gid(nodeTypes[method], id);
}

export function automaticDiscountNode(discount: Discount, ctx: AdminContext): Node {
  return {
    __typename: "DiscountAutomaticNode",
    id: discountGid(discount),
    automaticDiscount: () => discountContent(discount, ctx),
    ...metafieldFields(discountGid(discount), ctx),
  };
}

export function codeDiscountNode(discount: Discount, ctx: AdminContext): Node {
  return {
    __typename: "DiscountCodeNode",
    id: discountGid(discount),
    codeDiscount: () => discountContent(discount, ctx),
    ...metafieldFields(discountGid(discount), ctx),
  };
}

function discountNode(discount: Discount, ctx: AdminContext): Node {
  return {
    __typename: "DiscountNode",
    id: discountGid(discount),
    discount: () => discountContent(discount, ctx),
    ...metafieldFields(discountGid(discount), ctx),
  };
}

/** The discount of a method with this global id. */
export function findDiscount(store: ShopStore, id: string, method: Discount["method"]): Discount | undefined {
  const parsed = parseGid(id);
  if (parsed?.type !== nodeTypes[method]) return undefined;
  const found = store.get("discounts", parsed.id);
  return found?.method === method ? found : undefined;
}

/** The discount that has a redeem code; upper and lower case are the same. */
export function discountByCode(store: ShopStore, wanted: string): Discount | undefined {
  const code = wanted.toLowerCase();
  return store.tables.discounts
    .values()
    .find(({ codes }) => codes.some((redeem) => redeem.code.toLowerCase() === code));
}

const valueTypes: Record<Discount["value"]["kind"], string> = {
  percentage: "percentage",
  fixedAmount: "fixed_amount",
  freeShipping: "free_shipping",
};

const contextTypes: Record<Discount["context"]["kind"], string> = {
  all: "all",
  customers: "customer",
  customerSegments: "segment",
};

function combinesWith({ combinesWith: other }: Discount): string[] {
  const names = {
    order_discounts: other.orderDiscounts,
    product_discounts: other.productDiscounts,
    shipping_discounts: other.shippingDiscounts,
  };
  return Object.entries(names).flatMap(([name, allowed]) => (allowed ? [name] : []));
}

type ShowDiscount = (discount: Discount, ctx: AdminContext) => Node;

type Shown = { type: string; path: string; node: ShowDiscount };

const shown = {
  any: { type: "DiscountNode", path: "discountNodes", node: discountNode },
  automatic: { type: "DiscountAutomaticNode", path: "automaticDiscountNodes", node: automaticDiscountNode },
  code: { type: "DiscountCodeNode", path: "codeDiscountNodes", node: codeDiscountNode },
} satisfies Record<string, Shown>;

function discountList({ type, path, node }: Shown, ctx: AdminContext): RecordList<Discount> {
  const types = ({ value }: Discount) => ["all", valueTypes[value.kind]];
  return {
    type,
    path,
    sortKeys: {
      CREATED_AT: ({ createdAt }) => createdAt,
      UPDATED_AT: ({ updatedAt }) => updatedAt,
      STARTS_AT: ({ startsAt }) => startsAt,
      ENDS_AT: ({ endsAt }) => endsAt ?? "",
      TITLE: ({ title }) => title,
    },
    search: {
      fields: {
        id: { kind: "id", read: ({ id }) => id },
        title: { kind: "text", read: ({ title }) => [title] },
        code: { kind: "text", read: ({ codes }) => codes.map(({ code }) => code) },
        method: { kind: "text", read: ({ method }) => [method] },
        status: { kind: "text", read: (discount) => [discountStatus(discount, ctx.clock())] },
        type: { kind: "text", read: types },
        discount_type: { kind: "text", read: types },
        discount_class: { kind: "text", read: ({ discountClasses }) => discountClasses },
        combines_with: { kind: "text", read: combinesWith },
        context: { kind: "text", read: ({ context }) => [contextTypes[context.kind]] },
        segment_ids: {
          kind: "text",
          read: ({ context }) => (context.kind === "customerSegments" ? context.segmentIds.map(String) : []),
        },
        customer_ids: {
          kind: "text",
          read: ({ context }) => (context.kind === "customers" ? context.customerIds.map(String) : []),
        },
        tag: { kind: "text", read: ({ terms }) => terms?.tags ?? [] },
        times_used: {
          kind: "number",
          read: ({ codes }) => codes.reduce((sum, { usageCount }) => sum + usageCount, 0),
        },
        created_at: { kind: "time", read: ({ createdAt }) => createdAt },
        updated_at: { kind: "time", read: ({ updatedAt }) => updatedAt },
        starts_at: { kind: "time", read: ({ startsAt }) => startsAt },
        ends_at: { kind: "time", read: ({ endsAt }) => endsAt },
      },
      fallback: ({ title, codes }) => [title, ...codes.map(({ code }) => code)],
    },
    node,
  };
}

/** Discount searches take several values of a field: `status:active,scheduled`. */
function withAlternatives(query: string | null | undefined): string | null {
  return (
    (query ?? null)?.replaceAll(/(\w+):([\w-]+(?:,[\w-]+)+)/g, (_all, field: string, values: string) => {
      const terms = values.split(",").map((value) => `${field}:${value}`);
      return `(${terms.join(" OR ")})`;
    }) ?? null
  );
}

type ById = { id: string };
type CountArgs = { query?: string | null; limit?: number | null };

/** The root fields of discounts. */
export function discountQueries(ctx: AdminContext): Record<string, unknown> {
  const { store } = ctx;
  const all = () => store.tables.discounts.values();
  const ofMethod = (method: Discount["method"]) => all().filter((discount) => discount.method === method);
  const show = (found: Discount | undefined, node: ShowDiscount) =>
    found === undefined ? null : node(found, ctx);
  const list = (args: ListArgs, records: Iterable<Discount>, as: Shown) =>
    listNode(records, { ...args, query: withAlternatives(args.query) }, discountList(as, ctx), ctx);
  return {
    discountNode: ({ id }: ById) =>
      show(findDiscount(store, id, "automatic") ?? findDiscount(store, id, "code"), discountNode),
    automaticDiscountNode: ({ id }: ById) =>
      show(findDiscount(store, id, "automatic"), automaticDiscountNode),
    codeDiscountNode: ({ id }: ById) => show(findDiscount(store, id, "code"), codeDiscountNode),
    codeDiscountNodeByCode: ({ code }: { code: string }) =>
      show(discountByCode(store, code), codeDiscountNode),
    discountNodes: (args: ListArgs) => list(args, all(), shown.any),
    automaticDiscountNodes: (args: ListArgs) => list(args, ofMethod("automatic"), shown.automatic),
    codeDiscountNodes: (args: ListArgs) => list(args, ofMethod("code"), shown.code),
    discountNodesCount: (args: CountArgs) =>
      listCount(all(), { ...args, query: withAlternatives(args.query) }, discountList(shown.any, ctx), ctx),
  };
}
