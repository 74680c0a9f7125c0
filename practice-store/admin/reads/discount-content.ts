import type { Discount } from "../../shop/model.ts";
import { gid } from "../../shop/gid.ts";
import { connection, type PageArgs } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import { DEFAULT_TERMS, discountShortSummary, discountSummary } from "./discount-summary.ts";
import { money } from "./money.ts";
import { collectionNode, productNode, variantNode, variantsOf } from "./products.ts";
import { segmentNode } from "./segments.ts";
import { countNode, instant } from "./values.ts";

type DiscountStatus = "ACTIVE" | "EXPIRED" | "SCHEDULED";

export function discountStatus({ startsAt, endsAt }: Discount, now: Date): DiscountStatus {
  if (endsAt !== null && new Date(endsAt) <= now) return "EXPIRED";
  return new Date(startsAt) > now ? "SCHEDULED" : "ACTIVE";
}

function valueNode({ value }: Discount, ctx: AdminContext): Node {
  switch (value.kind) {
    case "percentage":
      return { __typename: "DiscountPercentage", percentage: value.fraction };
    case "fixedAmount":
      return {
        __typename: "DiscountAmount",
        amount: money(value.amountMinor, ctx),
        appliesOnEachItem: value.appliesOnEachItem,
      };
    case "freeShipping":
      throw new Error("free shipping gives the customer no value");
  }
}

function idConnection<T>(
  type: string,
  args: PageArgs,
  ids: readonly number[],
  find: (id: number) => T | undefined,
  node: (item: T) => Node,
): Node {
  const items = ids.flatMap((id) => {
    const item = find(id);
    return item === undefined ? [] : [{ id, item }];
  });
  const position = ({ id }: { id: number }) => ({ id, value: id });
  return connection({ type, items, position, node: ({ item }) => node(item) }, args);
}

function itemsNode({ items }: Discount, ctx: AdminContext): Node {
  if (items.kind === "all") return { __typename: "AllDiscountItems", allItems: true };
  const { collectionIds, productIds, variantIds } = items;
  const { store } = ctx;
  if (collectionIds.length > 0)
    return {
      __typename: "DiscountCollections",
      collections: (args: PageArgs) =>
        idConnection(
          "Collection",
          args,
          collectionIds,
          (id) => store.get("collections", id),
          (item) => collectionNode(item, ctx),
        ),
    };
  return {
    __typename: "DiscountProducts",
    products: (args: PageArgs) =>
      idConnection(
        "Product",
        args,
        productIds,
        (id) => store.get("products", id),
        (item) => productNode(item, ctx),
      ),
    productVariants: (args: PageArgs) =>
      idConnection(
        "ProductVariant",
        args,
        variantIds,
        (id) => variantsOf(ctx).get(id),
        (item) => variantNode(item, ctx),
      ),
  };
}

function minimumNode({ minimum }: Discount, ctx: AdminContext): Node | null {
  switch (minimum.kind) {
    case "none":
      return null;
    case "subtotal":
      return {
        __typename: "DiscountMinimumSubtotal",
        greaterThanOrEqualToSubtotal: money(minimum.amountMinor, ctx),
      };
    case "quantity":
      return {
        __typename: "DiscountMinimumQuantity",
        greaterThanOrEqualToQuantity: String(minimum.quantity),
      };
  }
}

function contextNode({ context }: Discount, ctx: AdminContext): Node {
  const { store } = ctx;
  switch (context.kind) {
    case "all":
      return { __typename: "DiscountBuyerSelectionAll", all: "ALL" };
    case "customers":
      return {
        __typename: "DiscountCustomers",
        customers: () =>
          context.customerIds
            .flatMap((id) => store.get("customers", id) ?? [])
            .map((customer) => ctx.nodes.customer(customer, ctx)),
      };
    case "customerSegments":
      return {
        __typename: "DiscountCustomerSegments",
        segments: () => context.segmentIds.flatMap((id) => store.get("segments", id) ?? []).map(segmentNode),
      };
  }
}

/**
 * Where shipping is free. Shopify's recorded answers give an empty list of countries, whichever were
 * chosen; only the summary tells how many there are.
 */
function destinationNode({ terms = DEFAULT_TERMS }: Discount): Node {
  const { destination } = terms;
  if (destination.kind === "all") return { __typename: "DiscountCountryAll", allCountries: true };
  const { includeRestOfWorld } = destination;
  return { __typename: "DiscountCountries", countries: [], includeRestOfWorld };
}

export function redeemCodeNode({ id, code, usageCount }: Discount["codes"][number]): Node {
  return {
    __typename: "DiscountRedeemCode",
    id: gid("DiscountRedeemCode", id),
    code,
    asyncUsageCount: usageCount,
    createdBy: null,
  };
}

function codesConnection(discount: Discount, args: PageArgs & { reverse?: boolean | null }): Node {
  const reverse = args.reverse ?? false;
  const items = [...discount.codes].sort((a, b) => (reverse ? b.id - a.id : a.id - b.id));
  const position = ({ id }: { id: number }) => ({ id, value: String(id) });
  return connection({ type: "DiscountRedeemCode", items, reverse, position, node: redeemCodeNode }, args);
}

/** Fields of discounts by code. */
function codeFields(discount: Discount, ctx: AdminContext) {
  return {
    appliesOncePerCustomer: discount.appliesOncePerCustomer,
    usageLimit: discount.usageLimit,
    codes: (args: PageArgs & { reverse?: boolean | null }) => codesConnection(discount, args),
    codesCount: () => countNode(discount.codes.length, null),
    customerSelection: () =>
      discount.context.kind === "all"
        ? { __typename: "DiscountCustomerAll", allCustomers: true }
        : contextNode(discount, ctx),
    hasTimelineComment: false,
  };
}

function basicFields(discount: Discount, ctx: AdminContext) {
  const { appliesOnOneTimePurchase, appliesOnSubscription } = discount.terms ?? DEFAULT_TERMS;
  return {
    customerGets: () => ({
      __typename: "DiscountCustomerGets",
      value: () => valueNode(discount, ctx),
      items: () => itemsNode(discount, ctx),
      appliesOnOneTimePurchase,
      appliesOnSubscription,
    }),
  };
}

function freeShippingFields(discount: Discount, maximumShippingMinor: number | null, ctx: AdminContext) {
  const { appliesOnOneTimePurchase, appliesOnSubscription } = discount.terms ?? DEFAULT_TERMS;
  return {
    appliesOnOneTimePurchase,
    appliesOnSubscription,
    destinationSelection: () => destinationNode(discount),
    maximumShippingPrice: () => (maximumShippingMinor === null ? null : money(maximumShippingMinor, ctx)),
    hasTimelineComment: false,
  };
}

/** The discount inside its node. Uses of automatic discounts are not counted by the practice store. */
export function discountContent(discount: Discount, ctx: AdminContext): Node {
  const { value, method } = discount;
  const terms = discount.terms ?? DEFAULT_TERMS;
  const form = value.kind === "freeShipping" ? "FreeShipping" : "Basic";
  const uses = discount.codes.reduce((total, { usageCount }) => total + usageCount, 0);
  return {
    __typename: `Discount${method === "automatic" ? "Automatic" : "Code"}${form}`,
    title: discount.title,
    status: () => discountStatus(discount, ctx.clock()),
    summary: () => discountSummary(discount, ctx.store),
    shortSummary: () => discountShortSummary(discount, ctx.store),
    startsAt: instant(discount.startsAt),
    endsAt: discount.endsAt === null ? null : instant(discount.endsAt),
    createdAt: instant(discount.createdAt),
    updatedAt: instant(discount.updatedAt),
    asyncUsageCount: uses,
    discountClass: discount.discountClasses[0],
    discountClasses: discount.discountClasses,
    combinesWith: () => ({ __typename: "DiscountCombinesWith", ...discount.combinesWith }),
    context: () => contextNode(discount, ctx),
    minimumRequirement: () => minimumNode(discount, ctx),
    recurringCycleLimit: terms.recurringCycleLimit,
    tags: terms.tags,
    ...(value.kind === "freeShipping"
      ? freeShippingFields(discount, value.maximumShippingMinor, ctx)
      : basicFields(discount, ctx)),
    ...(method === "code" ? codeFields(discount, ctx) : {}),
  };
}
