import { knownTags } from "#app/changes/known-tags.ts";
import { tagsState } from "#app/changes/model.ts";
import { hasTag, ownTags } from "#app/changes/tags.ts";
import { writtenGroupSegments } from "#app/changes/written-group-segments.server.ts";
import { prisma } from "#app/db.server.ts";
import type { Policy } from "#app/membership/current-policy.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toGid } from "#app/platform/ids.ts";

/** A customer's tags in Shopify: those that are Laurel's to write and take away, and everybody else's. */
export type CustomerTags = { ours: string[]; others: string[] };

/** Sorts a customer's tags by whose they are. */
export async function customerTags(
  shop: Shop,
  policy: Policy | null,
  customer: { id: bigint; tags: string[] },
): Promise<CustomerTags> {
  const subject = toGid("Customer", customer.id);
  const [written, segments] = await Promise.all([
    prisma.manifest.findUnique({ where: { shopId_kind_subject: { shopId: shop.id, kind: "tag", subject } } }),
    writtenGroupSegments(prisma, shop.id),
  ]);
  const ours = ownTags(
    customer.tags,
    written === null ? [] : tagsState.parse(written.value).tags,
    policy === null ? [] : knownTags(policy.definition, shop.settings, [...segments.keys()]),
  );
  return { ours, others: customer.tags.filter((tag) => !hasTag(ours, tag)).toSorted() };
}
