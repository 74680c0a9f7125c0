import { GraphQLError } from "graphql";
import { parseGid } from "../../shop/gid.ts";
import type { ShopStore } from "../../shop/store.ts";

type Exists = (store: ShopStore, id: number) => boolean;

const owners: Record<string, Exists> = {
  Collection: (store, id) => store.tables.collections.has(id),
  Customer: (store, id) => store.tables.customers.has(id),
  DiscountAutomaticNode: (store, id) => store.get("discounts", id)?.method === "automatic",
  DiscountCodeNode: (store, id) => store.get("discounts", id)?.method === "code",
  Order: (store, id) => store.tables.orders.has(id),
  Product: (store, id) => store.tables.products.has(id),
  ProductVariant: (store, id) =>
    store.tables.products.values().some(({ variants }) => variants.some((variant) => variant.id === id)),
  Shop: (store, id) => store.shop.id === id,
};

/** Whether a thing that can carry metafields is in the shop. */
export function ownerExists(store: ShopStore, ownerGid: string): boolean {
  const { type = "", id = 0 } = parseGid(ownerGid) ?? {};
  return Object.hasOwn(owners, type) && owners[type]?.(store, id) === true;
}

/** Said of an id whose type a mutation does not take. */
export function invalidId(id: string): GraphQLError {
  return new GraphQLError(`Invalid id: ${id}`, { extensions: { code: "RESOURCE_NOT_FOUND" } });
}
