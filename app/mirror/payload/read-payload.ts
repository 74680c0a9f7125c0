import type { News } from "../news.ts";
import {
  readCustomer,
  readCustomerDeleted,
  readCustomersMerged,
  readPrivacy,
  readSummary,
  readTags,
} from "./customer.ts";
import { readOrder, readOrderDeleted, readOrderEdited } from "./order.ts";
import { readRefundCreated } from "./refund.ts";
import { readBulkFinished, readProduct, readProductDeleted, readScopes, readShopUpdate } from "./shop.ts";

const READERS: Record<string, (payload: unknown) => News> = {
  "orders/create": readOrder,
  "orders/updated": readOrder,
  "orders/cancelled": readOrder,
  "orders/edited": readOrderEdited,
  "orders/delete": readOrderDeleted,
  "refunds/create": readRefundCreated,
  "customers/create": readCustomer,
  "customers/update": readCustomer,
  "customers/delete": readCustomerDeleted,
  "customers/merge": readCustomersMerged,
  "customers/purchasing_summary": readSummary,
  "customer.tags_added": (payload) => readTags(payload, true),
  "customer.tags_removed": (payload) => readTags(payload, false),
  "products/create": readProduct,
  "products/update": readProduct,
  "products/delete": readProductDeleted,
  "shop/update": readShopUpdate,
  "app/scopes_update": readScopes,
  "app/uninstalled": () => ({ kind: "uninstalled" }),
  "bulk_operations/finish": readBulkFinished,
  "customers/data_request": (payload) => readPrivacy(payload, "data-request"),
  "customers/redact": (payload) => readPrivacy(payload, "customer-redact"),
  "shop/redact": () => ({ kind: "shop-redact" }),
};

/** The topics that the app subscribes to, as shopify.app.toml names them. */
export const TOPICS = Object.keys(READERS);

/**
 * What a message of a topic tells, less everything personal and everything unused; undefined for a topic that
 * we don't know.
 * @throws z.ZodError where the payload is not what Shopify documents.
 */
export function readPayload(topic: string, payload: unknown): News | undefined {
  return READERS[topic]?.(payload);
}
