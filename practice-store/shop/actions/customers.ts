import { deletedCustomerPayload } from "../../webhooks/payloads/customer.ts";
import type { Customer } from "../model.ts";
import type { ShopStore } from "../store.ts";
import { announce, ofCustomer } from "./announce.ts";
import { ofTags } from "./tags.ts";

/** What can be said of a customer; what is left out is empty for a new one and stays for a known one. */
export type CustomerInput = Partial<
  Pick<
    Customer,
    | "firstName"
    | "lastName"
    | "email"
    | "phone"
    | "locale"
    | "countryCode"
    | "note"
    | "tags"
    | "emailMarketing"
  >
>;

export function createCustomer(store: ShopStore, clock: () => Date, input: CustomerInput): Customer {
  const at = clock().toISOString();
  const customer: Customer = {
    id: store.nextId(),
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    state: "DISABLED",
    locale: store.shop.primaryLocale,
    countryCode: null,
    note: null,
    tags: [],
    emailMarketing: "NOT_SUBSCRIBED",
    ...input,
    createdAt: at,
    updatedAt: at,
  };
  store.put("customers", customer);
  announce(store, at, [
    ofCustomer(store, "customers/create", customer),
    ...ofTags(customer.id, [], customer.tags, at),
  ]);
  return customer;
}

/** Changes a customer and tells of it; her tags go by a topic of their own. */
export function updateCustomer(
  store: ShopStore,
  clock: () => Date,
  customer: Customer,
  change: CustomerInput,
): Customer {
  const at = clock().toISOString();
  const changed = { ...customer, ...change, updatedAt: at };
  store.put("customers", changed);
  announce(store, at, [
    ofCustomer(store, "customers/update", changed),
    ...ofTags(customer.id, customer.tags, changed.tags, at),
  ]);
  return changed;
}

/** Deletes a customer without orders, as Shopify allows; the problem where she has some. */
export function deleteCustomer(
  store: ShopStore,
  clock: () => Date,
  customer: Customer,
): { ok: true } | { ok: false; problem: string } {
  if (store.ordersOf(customer.id).length > 0)
    return { ok: false, problem: `customer ${customer.id} has orders and cannot be deleted` };
  const at = clock().toISOString();
  for (const { id } of store.metafieldsOf(store.customerGid(customer.id))) store.remove("metafields", id);
  store.remove("customers", customer.id);
  const payload = () => deletedCustomerPayload(customer.id);
  announce(store, at, [{ topic: "customers/delete", subjectId: customer.id, payload }]);
  return { ok: true };
}
