import type { Db } from "#app/db.server.ts";
import { standingMetafield } from "#app/membership/metafield.ts";
import { tierTag } from "#app/membership/policy.ts";
import type { Standing } from "#app/membership/standing.ts";
import { standingsFor } from "#app/membership/standings-for.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toGid, type CustomerId } from "#app/platform/ids.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";
import type { CustomerState } from "./customer-changes.ts";
import { GROUP_KEYS_OF_SCORE } from "./group-keys.server.ts";
import { rfmTag, taggedGroups } from "./known-tags.ts";
import { standingState, tagsState } from "./model.ts";

type Row = {
  id: bigint;
  tags: string[];
  groups: string[];
  written_tags: unknown;
  written_standing: unknown;
};

/**
 * What some customers have in Shopify, as far as we know, and what they should have where these groups have a
 * segment. A handful of statements.
 */
export async function customerStates(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
  segments: readonly GroupKey[],
): Promise<CustomerState[]> {
  const standings = await standingsFor(db, shop, customerIds);
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.tags, ${GROUP_KEYS_OF_SCORE} AS groups, tag.value AS written_tags, metafield.value AS written_standing
    FROM customer c
    LEFT JOIN score s ON s.shop_id = c.shop_id AND s.customer_id = c.id
    LEFT JOIN manifest tag ON tag.shop_id = c.shop_id AND tag.kind = 'tag'
      AND tag.subject = 'gid://shopify/Customer/' || c.id
    LEFT JOIN manifest metafield ON metafield.shop_id = c.shop_id AND metafield.kind = 'metafield'
      AND metafield.subject = 'gid://shopify/Customer/' || c.id
    WHERE c.shop_id = ${shop.id} AND c.id = ANY (${customerIds.map(String)}::bigint[])
      AND c.deleted_at IS NULL AND c.merged_into IS NULL
    ORDER BY c.id`;
  const tagged = taggedGroups(shop.settings, segments);
  return rows.flatMap((row) => {
    const standing = standings.get(toCustomerId(row.id));
    return standing === undefined ? [] : [stateOf(shop, row, standing, tagged)];
  });
}

function stateOf(shop: Shop, row: Row, standing: Standing, tagged: readonly GroupKey[]): CustomerState {
  const { settings } = shop;
  const groups = tagged.filter((group) => row.groups.includes(group));
  return {
    gid: toGid("Customer", row.id),
    tags: row.tags,
    written: {
      tags: row.written_tags === null ? [] : tagsState.parse(row.written_tags).tags,
      standing: row.written_standing === null ? null : standingState.parse(row.written_standing).value,
    },
    desired: {
      tierTag: tierTag(settings.tierTagPrefix, standing.tier),
      groupTags: groups.map((group) => ({ group, tag: rfmTag(group, settings) })),
      standing: JSON.stringify(standingMetafield(standing, shop)),
    },
    tier: standing.tier.name,
    spendMinor: standing.spendMinor,
  };
}
