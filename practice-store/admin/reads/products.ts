import type { Collection, Product, Variant } from "../../shop/model.ts";
import type { ShopStore } from "../../shop/store.ts";
import { gid } from "../../shop/gid.ts";
import { connection, type PageArgs } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import { moneyString } from "../../shop/order-money.ts";
import { type ListArgs, listNode, type RecordList } from "./listing.ts";
import { metafieldFields } from "./metafields.ts";
import { money } from "./money.ts";
import { countNode, identity, instant } from "./values.ts";

type VariantOfProduct = { id: number; variant: Variant; product: Product };

const variantIndexes = new WeakMap<ShopStore, Map<number, VariantOfProduct>>();

function indexVariants(store: ShopStore): Map<number, VariantOfProduct> {
  const index = new Map<number, VariantOfProduct>();
  for (const product of store.tables.products.values())
    for (const variant of product.variants) index.set(variant.id, { id: variant.id, variant, product });
  variantIndexes.set(store, index);
  store.changes.once("change", function forget({ kind }) {
    if (kind === "products") variantIndexes.delete(store);
    else store.changes.once("change", forget);
  });
  return index;
}

/** Every variant of the shop by id. */
export function variantsOf({ store }: AdminContext): Map<number, VariantOfProduct> {
  return variantIndexes.get(store) ?? indexVariants(store);
}

/** Nodes already built for a request: a bulk query meets the same products in many lines. */
const built = new WeakMap<AdminContext, WeakMap<object, Node>>();

function once(record: object, ctx: AdminContext, build: () => Node): Node {
  const nodes = built.get(ctx) ?? new WeakMap<object, Node>();
  built.set(ctx, nodes);
  const node = nodes.get(record) ?? build();
  nodes.set(record, node);
  return node;
}

export function variantNode(found: VariantOfProduct, ctx: AdminContext): Node {
  return once(found.variant, ctx, () => buildVariant(found, ctx));
}

function buildVariant({ variant, product }: VariantOfProduct, ctx: AdminContext): Node {
  const { currencyCode } = ctx.store.shop;
  const plain = variant.title === "Default Title";
  return {
    ...identity("ProductVariant", variant.id),
    ...metafieldFields(gid("ProductVariant", variant.id), ctx),
    sku: variant.sku,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    price: moneyString(variant.priceMinor, currencyCode),
    position: product.variants.indexOf(variant) + 1,
    selectedOptions: () => [
      { __typename: "SelectedOption", name: plain ? "Title" : "Option", value: variant.title },
    ],
    product: () => productNode(product, ctx),
  };
}

export const variantList: RecordList<VariantOfProduct> = {
  type: "ProductVariant",
  path: "productVariants",
  sortKeys: { SKU: ({ variant }) => variant.sku, TITLE: ({ variant }) => variant.title },
  search: {
    fields: {
      id: { kind: "id", read: ({ id }) => id },
      sku: { kind: "text", read: ({ variant }) => [variant.sku] },
      product_id: { kind: "id", read: ({ product }) => product.id },
      title: { kind: "text", read: ({ variant }) => [variant.title] },
      updated_at: { kind: "time", read: ({ product }) => product.updatedAt },
    },
    fallback: ({ variant, product }) => [variant.sku, variant.title, product.title],
  },
  node: variantNode,
};

export function productNode(product: Product, ctx: AdminContext): Node {
  return once(product, ctx, () => buildProduct(product, ctx));
}

function buildProduct(product: Product, ctx: AdminContext): Node {
  const prices = product.variants.map(({ priceMinor }) => priceMinor);
  return {
    ...identity("Product", product.id),
    ...metafieldFields(gid("Product", product.id), ctx),
    title: product.title,
    handle: product.handle,
    productType: product.productType,
    vendor: product.vendor,
    tags: product.tags,
    status: product.status,
    isGiftCard: product.giftCard,
    createdAt: instant(product.createdAt),
    updatedAt: instant(product.updatedAt),
    hasOnlyDefaultVariant: product.variants.length === 1,
    variantsCount: () => countNode(product.variants.length, null),
    priceRangeV2: () => ({
      __typename: "ProductPriceRangeV2",
      minVariantPrice: money(Math.min(...prices), ctx),
      maxVariantPrice: money(Math.max(...prices), ctx),
    }),
    variants: (args: ListArgs) =>
      listNode(
        product.variants.map((variant) => ({ id: variant.id, variant, product })),
        args,
        variantList,
        ctx,
      ),
    collections: (args: ListArgs) =>
      listNode(
        product.collectionIds.flatMap((id) => ctx.store.get("collections", id) ?? []),
        args,
        collectionList,
        ctx,
      ),
  };
}

export const productList: RecordList<Product> = {
  type: "Product",
  path: "products",
  sortKeys: {
    CREATED_AT: ({ createdAt }) => createdAt,
    UPDATED_AT: ({ updatedAt }) => updatedAt,
    TITLE: ({ title }) => title,
    VENDOR: ({ vendor }) => vendor,
    PRODUCT_TYPE: ({ productType }) => productType,
  },
  search: {
    fields: {
      id: { kind: "id", read: ({ id }) => id },
      title: { kind: "text", read: ({ title }) => [title] },
      handle: { kind: "text", read: ({ handle }) => [handle] },
      vendor: { kind: "text", read: ({ vendor }) => [vendor] },
      product_type: { kind: "text", read: ({ productType }) => [productType] },
      status: { kind: "text", read: ({ status }) => [status] },
      tag: { kind: "text", read: ({ tags }) => tags },
      sku: { kind: "text", read: ({ variants }) => variants.map(({ sku }) => sku) },
      gift_card: { kind: "boolean", read: ({ giftCard }) => giftCard },
      collection_id: { kind: "text", read: ({ collectionIds }) => collectionIds.map(String) },
      created_at: { kind: "time", read: ({ createdAt }) => createdAt },
      updated_at: { kind: "time", read: ({ updatedAt }) => updatedAt },
    },
    fallback: ({ title, vendor, productType }) => [title, vendor, productType],
  },
  node: productNode,
};

function membersOf(collection: Collection, ctx: AdminContext): Product[] {
  const { products } = ctx.store.tables;
  return [...products.values()].filter(({ collectionIds }) => collectionIds.includes(collection.id));
}

export function collectionNode(collection: Collection, ctx: AdminContext): Node {
  return {
    ...identity("Collection", collection.id),
    ...metafieldFields(gid("Collection", collection.id), ctx),
    title: collection.title,
    handle: collection.handle,
    products: (args: PageArgs) =>
      connection(
        {
          type: "Product",
          items: membersOf(collection, ctx),
          position: ({ id }) => ({ id, value: id }),
          node: (product) => productNode(product, ctx),
        },
        args,
      ),
    productsCount: () => countNode(membersOf(collection, ctx).length, null),
  };
}

export const collectionList: RecordList<Collection> = {
  type: "Collection",
  path: "collections",
  sortKeys: { TITLE: ({ title }) => title },
  search: {
    fields: {
      id: { kind: "id", read: ({ id }) => id },
      title: { kind: "text", read: ({ title }) => [title] },
      handle: { kind: "text", read: ({ handle }) => [handle] },
    },
    fallback: ({ title }) => [title],
  },
  node: collectionNode,
};
