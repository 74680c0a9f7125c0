import { tagsPayload } from "../../webhooks/payloads/customer.ts";
import type { Customer } from "../model.ts";
import type { ShopStore } from "../store.ts";
import { announce, type Announcement } from "./announce.ts";

/** What apps hear of a change of tags: what came and what went, nothing where nothing did. */
export function ofTags(
  customerId: number,
  before: readonly string[],
  after: readonly string[],
  at: string,
): Announcement[] {
  const added = after.filter((tag) => !before.includes(tag));
  const removed = before.filter((tag) => !after.includes(tag));
  return [
    { topic: "customer.tags_added", tags: added },
    { topic: "customer.tags_removed", tags: removed },
  ]
    .filter(({ tags }) => tags.length > 0)
    .map(({ topic, tags }) => ({
      topic,
      subjectId: customerId,
      payload: () => tagsPayload(customerId, tags, at),
    }));
}

/**
 * Gives a customer exactly these tags. A change of tags alone fires no `customers/update`: the tags
 * are no part of it any more. Undefined where there is no such customer.
 */
export function setTags(
  store: ShopStore,
  clock: () => Date,
  customerId: number,
  tags: readonly string[],
): Customer | undefined {
  const customer = store.get("customers", customerId);
  if (customer === undefined) return undefined;
  const at = clock().toISOString();
  const announcements = ofTags(customerId, customer.tags, tags, at);
  if (announcements.length === 0) return customer;
  const changed = { ...customer, tags: [...tags], updatedAt: at };
  store.put("customers", changed);
  announce(store, at, announcements);
  return changed;
}
