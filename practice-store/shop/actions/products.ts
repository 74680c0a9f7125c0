import { productPayload } from "../../webhooks/payloads/product.ts";
import type { Product } from "../model.ts";
import type { ShopStore } from "../store.ts";
import { announce } from "./announce.ts";

/** A new product with one variant; the price in minor units. */
export type ProductInput = { title: string; sku: string; priceMinor: number };

export type ProductChange = Partial<Pick<Product, "title" | "productType" | "vendor" | "status">>;

function put(store: ShopStore, topic: string, product: Product, at: string): Product {
  store.put("products", product);
  const payload = () => productPayload(product, store.shop);
  announce(store, at, [{ topic, subjectId: product.id, payload }]);
  return product;
}

export function createProduct(store: ShopStore, clock: () => Date, input: ProductInput): Product {
  const at = clock().toISOString();
  const id = store.nextId();
  const words = input.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const product: Product = {
    id,
    title: input.title,
    handle: [...words, id].join("-"),
    productType: "",
    vendor: store.shop.name,
    tags: [],
    status: "ACTIVE",
    giftCard: false,
    collectionIds: [],
    variants: [{ id: store.nextId(), sku: input.sku, title: "Default Title", priceMinor: input.priceMinor }],
    createdAt: at,
    updatedAt: at,
  };
  return put(store, "products/create", product, at);
}

export function updateProduct(
  store: ShopStore,
  clock: () => Date,
  product: Product,
  change: ProductChange,
): Product {
  const at = clock().toISOString();
  return put(store, "products/update", { ...product, ...change, updatedAt: at }, at);
}

/** Deletes a product; all that apps hear is its id. */
export function deleteProduct(store: ShopStore, clock: () => Date, product: Product): void {
  store.remove("products", product.id);
  const payload = () => ({ id: product.id });
  announce(store, clock().toISOString(), [{ topic: "products/delete", subjectId: product.id, payload }]);
}
