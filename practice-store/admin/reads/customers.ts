import type { Customer } from "../../shop/model.ts";
import { customerTotals } from "../../shop/customer-totals.ts";
import type { AdminContext, Node } from "../context.ts";
import { type ListArgs, listNode, type RecordList } from "./listing.ts";
import { metafieldFields } from "./metafields.ts";
import { money } from "./money.ts";
import { isVisible, orderList, orderNode } from "./orders.ts";
import { identity, instant } from "./values.ts";

function displayName({ firstName, lastName, email }: Customer): string {
  const name = [firstName, lastName].filter((part) => part !== null && part !== "").join(" ");
  return name || (email ?? "");
}

function emailNode(customer: Customer): Node | null {
  if (customer.email === null) return null;
  return {
    __typename: "CustomerEmailAddress",
    emailAddress: customer.email,
    marketingState: customer.emailMarketing,
    validFormat: true,
  };
}

/** A customer as the Admin API shows her. Spend and count are of her whole life, as Shopify's are. */
export function customerNode(customer: Customer, ctx: AdminContext): Node {
  const orders = () => ctx.store.ordersOf(customer.id);
  const { countryCode } = customer;
  const own = identity("Customer", customer.id);
  return {
    ...own,
    ...metafieldFields(own.id, ctx),
    displayName: displayName(customer),
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    defaultEmailAddress: () => emailNode(customer),
    defaultPhoneNumber: () =>
      customer.phone === null ? null : { __typename: "CustomerPhoneNumber", phoneNumber: customer.phone },
    defaultAddress: () =>
      countryCode === null ? null : { __typename: "MailingAddress", countryCodeV2: countryCode },
    tags: customer.tags,
    state: customer.state,
    locale: customer.locale,
    note: customer.note,
    createdAt: instant(customer.createdAt),
    updatedAt: instant(customer.updatedAt),
    amountSpent: () => money(customerTotals(ctx.store, customer.id).spentMinor, ctx),
    numberOfOrders: () => String(customerTotals(ctx.store, customer.id).numberOfOrders),
    lastOrder: () => {
      const last = orders()
        .filter((order) => isVisible(order, ctx))
        .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
      return last === undefined ? null : orderNode(last, ctx);
    },
    orders: (args: ListArgs) =>
      listNode(
        orders().filter((order) => isVisible(order, ctx)),
        args,
        orderList,
        ctx,
      ),
    mergeable: () => ({
      __typename: "CustomerMergeable",
      isMergeable: true,
      reason: null,
      errorFields: [],
      mergeInProgress: null,
    }),
  };
}

export const customerList: RecordList<Customer> = {
  type: "Customer",
  path: "customers",
  sortKeys: {
    CREATED_AT: ({ createdAt }) => createdAt,
    UPDATED_AT: ({ updatedAt }) => updatedAt,
    NAME: ({ lastName, firstName }) => `${lastName ?? ""}, ${firstName ?? ""}`.toLowerCase(),
    LOCATION: ({ countryCode }) => countryCode ?? "",
  },
  search: {
    fields: {
      id: { kind: "id", read: ({ id }) => id },
      email: { kind: "text", read: ({ email }) => (email === null ? [] : [email]) },
      phone: { kind: "text", read: ({ phone }) => (phone === null ? [] : [phone]) },
      first_name: { kind: "text", read: ({ firstName }) => (firstName === null ? [] : [firstName]) },
      last_name: { kind: "text", read: ({ lastName }) => (lastName === null ? [] : [lastName]) },
      country: { kind: "text", read: ({ countryCode }) => (countryCode === null ? [] : [countryCode]) },
      state: { kind: "text", read: ({ state }) => [state] },
      tag: { kind: "text", read: ({ tags }) => tags },
      customer_date: { kind: "time", read: ({ createdAt }) => createdAt },
      created_at: { kind: "time", read: ({ createdAt }) => createdAt },
      updated_at: { kind: "time", read: ({ updatedAt }) => updatedAt },
    },
    fallback: ({ firstName, lastName, email, phone }) => [
      `${firstName ?? ""} ${lastName ?? ""}`,
      email,
      phone,
    ],
  },
  node: customerNode,
};
