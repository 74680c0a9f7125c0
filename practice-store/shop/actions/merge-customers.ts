import { mergePayload } from "../../webhooks/payloads/customer.ts";
import type { Customer } from "../model.ts";
import type { ShopStore } from "../store.ts";
import { announce, ofCustomer, ofPurchases } from "./announce.ts";
import { ofTags } from "./tags.ts";

/** The kept customer as the merge leaves her; fields as Shopify's own preview shows them. */
function merged(kept: Customer, gone: Customer, at: string): Customer {
  const notes = [kept.note, gone.note].filter((note) => note !== null);
  return {
    ...kept,
    firstName: kept.firstName ?? gone.firstName,
    lastName: kept.lastName ?? gone.lastName,
    email: kept.email ?? gone.email,
    phone: kept.phone ?? gone.phone,
    countryCode: kept.countryCode ?? gone.countryCode,
    note: notes.length === 0 ? null : notes.join(" "),
    tags: [...new Set([...kept.tags, ...gone.tags])],
    updatedAt: at,
  };
}

function moveOrders(store: ShopStore, fromId: number, toId: number): void {
  for (const order of store.ordersOf(fromId)) store.put("orders", { ...order, customerId: toId });
}

/** Metafields go over where the kept customer has none of that name; the others go with their owner. */
function moveMetafields(store: ShopStore, fromGid: string, toGid: string): void {
  const taken = new Set(store.metafieldsOf(toGid).map(({ namespace, key }) => `${namespace}.${key}`));
  for (const metafield of store.metafieldsOf(fromGid)) {
    if (taken.has(`${metafield.namespace}.${metafield.key}`)) store.remove("metafields", metafield.id);
    else store.put("metafields", { ...metafield, ownerGid: toGid });
  }
}

/**
 * Merges a customer into another. Apps hear of it by `customers/merge` and by what it changed of the
 * kept one. Whether Shopify also sends `customers/delete` or `orders/updated` is not documented:
 * neither is sent here, so that nobody comes to rely on it.
 */
export function mergeCustomers(
  store: ShopStore,
  clock: () => Date,
  kept: Customer,
  gone: Customer,
): Customer {
  const at = clock().toISOString();
  const customer = merged(kept, gone, at);
  store.put("customers", customer);
  moveOrders(store, gone.id, kept.id);
  moveMetafields(store, store.customerGid(gone.id), store.customerGid(kept.id));
  store.remove("customers", gone.id);
  announce(store, at, [
    { topic: "customers/merge", subjectId: kept.id, payload: () => mergePayload(kept.id, gone.id) },
    ofCustomer(store, "customers/update", customer),
    ...ofTags(kept.id, kept.tags, customer.tags, at),
    ...ofPurchases(store, kept.id, at),
  ]);
  return customer;
}
