import { GraphQLError } from "graphql";
import { parseGid } from "../../shop/gid.ts";
import type { Installation } from "../../shop/model.ts";
import type { AdminContext, Node } from "../context.ts";
import { appNode, installationNode } from "./app.ts";
import { customerList, customerNode } from "./customers.ts";
import { type ListArgs, listCount, listNode } from "./listing.ts";
import { isVisible, orderList, orderNode, visibleOrders } from "./orders.ts";
import {
  collectionList,
  collectionNode,
  productList,
  productNode,
  variantList,
  variantNode,
  variantsOf,
} from "./products.ts";
import { shopLocales, shopNode } from "./shop.ts";

type ById = { id: string };
type CountArgs = { query?: string | null; limit?: number | null };

/** Finds a thing by its number; null where the caller sees none. */
export type NodeReader = (id: number, ctx: AdminContext) => Node | null;

/** Things that `node(id:)` finds, by the type in their global id. */
export const nodeReaders: Record<string, NodeReader> = {
  Customer: (id, ctx) => {
    const customer = ctx.store.get("customers", id);
    return customer === undefined ? null : customerNode(customer, ctx);
  },
  Order: (id, ctx) => {
    const order = ctx.store.get("orders", id);
    return order === undefined || !isVisible(order, ctx) ? null : orderNode(order, ctx);
  },
  Product: (id, ctx) => {
    const product = ctx.store.get("products", id);
    return product === undefined ? null : productNode(product, ctx);
  },
  ProductVariant: (id, ctx) => {
    const found = variantsOf(ctx).get(id);
    return found === undefined ? null : variantNode(found, ctx);
  },
  Collection: (id, ctx) => {
    const collection = ctx.store.get("collections", id);
    return collection === undefined ? null : collectionNode(collection, ctx);
  },
  Shop: (id, ctx) => (id === ctx.store.shop.id ? shopNode(ctx) : null),
};

/** A field that finds one thing of a type by its global id. */
export function byId(type: string, read: NodeReader, ctx: AdminContext) {
  return ({ id }: ById): Node | null => {
    const parsed = parseGid(id);
    return parsed?.type === type ? read(parsed.id, ctx) : null;
  };
}

/** The installation whose token asks. */
function installed({ caller }: AdminContext): Installation {
  if (caller.kind === "app") return caller.installation;
  throw new GraphQLError("The owner's token belongs to no app", { extensions: { code: "ACCESS_DENIED" } });
}

/** The root fields of shop, app, customers, orders and products. */
export function queries(ctx: AdminContext): Record<string, unknown> {
  const { tables } = ctx.store;
  const one = (type: keyof typeof nodeReaders) => {
    const read = nodeReaders[type];
    return read === undefined ? undefined : byId(type, read, ctx);
  };
  return {
    shop: () => shopNode(ctx),
    shopLocales: () => shopLocales(ctx),
    currentAppInstallation: () => installationNode(installed(ctx), ctx),
    app: () => appNode(installed(ctx), ctx),
    customer: one("Customer"),
    customers: (args: ListArgs) => listNode(tables.customers.values(), args, customerList, ctx),
    customersCount: (args: CountArgs) => listCount(tables.customers.values(), args, customerList, ctx),
    order: one("Order"),
    orders: (args: ListArgs) => listNode(visibleOrders(ctx), args, orderList, ctx),
    ordersCount: (args: CountArgs) => listCount(visibleOrders(ctx), args, orderList, ctx),
    product: one("Product"),
    products: (args: ListArgs) => listNode(tables.products.values(), args, productList, ctx),
    productsCount: (args: CountArgs) => listCount(tables.products.values(), args, productList, ctx),
    productVariant: one("ProductVariant"),
    productVariants: (args: ListArgs) => listNode(variantsOf(ctx).values(), args, variantList, ctx),
    productVariantsCount: (args: CountArgs) => listCount(variantsOf(ctx).values(), args, variantList, ctx),
    collection: one("Collection"),
    collections: (args: ListArgs) => listNode(tables.collections.values(), args, collectionList, ctx),
    collectionsCount: (args: CountArgs) => listCount(tables.collections.values(), args, collectionList, ctx),
  };
}
