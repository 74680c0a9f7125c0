import { z } from "zod";
import { parseMinor } from "#app/platform/money.ts";
import type { News } from "../news.ts";
import { gidText, idText } from "./values.ts";

const customerPayload = z.object({
  id: idText,
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
});

/** `customers/create`, `customers/update`: since 2025 without tags and spend, which have topics of their own. */
export function readCustomer(payload: unknown): News {
  const { id, created_at: createdAt, updated_at: updatedAt } = customerPayload.parse(payload);
  if (!createdAt || !updatedAt) return { kind: "nothing" };
  return { kind: "customer", customerId: id, createdAt, updatedAt };
}

/** `customers/delete`. */
export function readCustomerDeleted(payload: unknown): News {
  return { kind: "customer-deleted", customerId: z.object({ id: idText }).parse(payload).id };
}

const mergePayload = z.object({
  admin_graphql_api_customer_kept_id: gidText("Customer"),
  admin_graphql_api_customer_deleted_id: gidText("Customer"),
  status: z.string(),
});

/** `customers/merge`: comes for merges that failed, too. */
export function readCustomersMerged(payload: unknown): News {
  const merge = mergePayload.parse(payload);
  if (merge.status !== "completed") return { kind: "nothing" };
  return {
    kind: "customers-merged",
    keptId: merge.admin_graphql_api_customer_kept_id,
    deletedId: merge.admin_graphql_api_customer_deleted_id,
  };
}

const tagsPayload = z.object({
  customerId: gidText("Customer"),
  tags: z.array(z.string()),
  occurredAt: z.string(),
});

/** `customer.tags_added` (`there`), `customer.tags_removed`: the tags that came or went, not all of them. */
export function readTags(payload: unknown, there: boolean): News {
  const { customerId, tags, occurredAt } = tagsPayload.parse(payload);
  return { kind: "tags", customerId, tags, there, at: occurredAt };
}

const summaryPayload = z.object({
  customerId: gidText("Customer"),
  numberOfOrders: z.coerce.number(),
  amountSpent: z.object({ amount: z.string(), currencyCode: z.string() }),
  occurredAt: z.string(),
});

/** `customers/purchasing_summary`: Shopify's own lifetime figures. */
export function readSummary(payload: unknown): News {
  const { customerId, numberOfOrders, amountSpent, occurredAt } = summaryPayload.parse(payload);
  const spentMinor = parseMinor(amountSpent.amount, amountSpent.currencyCode);
  return { kind: "summary", customerId, ordersCount: numberOfOrders, spentMinor, at: occurredAt };
}

const privacyPayload = z.object({ customer: z.object({ id: idText }) });

/** `customers/data_request`, `customers/redact`. */
export function readPrivacy(payload: unknown, kind: "data-request" | "customer-redact"): News {
  return { kind, customerId: privacyPayload.parse(payload).customer.id };
}
