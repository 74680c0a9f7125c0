import { gid } from "../../shop/gid.ts";
import type { Customer, ShopInfo } from "../../shop/model.ts";
import { localInstant } from "./values.ts";

const countryNames = new Intl.DisplayNames("en", { type: "region" });

/** An address of which the practice store knows name and country only. */
export function addressPayload(person: Pick<Customer, "firstName" | "lastName">, countryCode: string) {
  return {
    first_name: person.firstName,
    last_name: person.lastName,
    name: [person.firstName, person.lastName].filter((part) => part !== null).join(" "),
    company: null,
    address1: null,
    address2: null,
    city: null,
    province: null,
    province_code: null,
    zip: null,
    phone: null,
    country: countryNames.of(countryCode) ?? countryCode,
    country_code: countryCode,
  };
}

function defaultAddress(customer: Customer) {
  if (customer.countryCode === null) return null;
  const address = addressPayload(customer, customer.countryCode);
  return {
    id: customer.id,
    customer_id: customer.id,
    ...address,
    country_name: address.country,
    default: true,
  };
}

/**
 * A customer within an order. Tags, order count, spend and marketing consent are not in it since
 * 2025-01: they have topics of their own.
 * Source: https://shopify.dev/changelog/new-customer-s-webhook-and-changes-to-existing-customer-s-webhooks-payload
 */
export function orderCustomerPayload(customer: Customer, shop: ShopInfo) {
  return {
    id: customer.id,
    admin_graphql_api_id: gid("Customer", customer.id),
    created_at: localInstant(customer.createdAt, shop.ianaTimezone),
    updated_at: localInstant(customer.updatedAt, shop.ianaTimezone),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.state.toLowerCase(),
    note: customer.note,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    tax_exemptions: [],
    email: customer.email,
    phone: customer.phone,
    currency: shop.currencyCode,
    default_address: defaultAddress(customer),
  };
}

/** `customers/create`, `customers/update`. */
export function customerPayload(customer: Customer, shop: ShopInfo) {
  const address = defaultAddress(customer);
  return { ...orderCustomerPayload(customer, shop), addresses: address === null ? [] : [address] };
}

/** `customers/delete`. */
export function deletedCustomerPayload(customerId: number) {
  return { id: customerId, admin_graphql_api_id: gid("Customer", customerId), tax_exemptions: [] };
}

/** `customer.tags_added`, `customer.tags_removed`: the tags that came or went, not all of them. */
export function tagsPayload(customerId: number, tags: readonly string[], at: string) {
  return { customerId: gid("Customer", customerId), tags, occurredAt: at };
}

/** `customers/merge` of a merge that went well. */
export function mergePayload(keptId: number, deletedId: number) {
  return {
    admin_graphql_api_customer_kept_id: gid("Customer", keptId),
    admin_graphql_api_customer_deleted_id: gid("Customer", deletedId),
    admin_graphql_api_job_id: null,
    status: "completed",
    errors: [],
  };
}
