import type { Db } from "#app/db.server.ts";
import { standingMetafield } from "#app/membership/metafield.ts";
import { tierTag } from "#app/membership/policy.ts";
import type { Standing } from "#app/membership/standing.ts";
import { standingsFor } from "#app/membership/standings-for.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId, toGid, type CustomerId } from "#app/platform/ids.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";
import type { CustomerState } from "./customer-changes.ts";
import { rfmTag } from "./known-tags.ts";
import { standingState, tagsState } from "./model.ts";

type Row = {
  id: bigint;
  tags: string[];
  group: string | null;
  written_tags: unknown;
  written_standing: unknown;
};

/** What some customers have in Shopify, as far as we know, and what they should have. A handful of statements. */
export async function customerStates(
  db: Db,
  shop: Shop,
  customerIds: readonly CustomerId[],
): Promise<CustomerState[]> {
  const standings = await standingsFor(db, shop, customerIds);
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.tags, s."group", tag.value AS written_tags, metafield.value AS written_standing
    FROM customer c
    LEFT JOIN score s ON s.shop_id = c.shop_id AND s.customer_id = c.id
    LEFT JOIN manifest tag ON tag.shop_id = c.shop_id AND tag.kind = 'tag'
      AND tag.subject = 'gid://shopify/Customer/' || c.id
    LEFT JOIN manifest metafield ON metafield.shop_id = c.shop_id AND metafield.kind = 'metafield'
      AND metafield.subject = 'gid://shopify/Customer/' || c.id
    WHERE c.shop_id = ${shop.id} AND c.id = ANY (${customerIds.map(String)}::bigint[])
      AND c.deleted_at IS NULL AND c.merged_into IS NULL
    ORDER BY c.id`;
  return rows.flatMap((row) => {
    const standing = standings.get(toCustomerId(row.id));
    return standing === undefined ? [] : [stateOf(shop, row, standing)];
  });
}

function stateOf(shop: Shop, row: Row, standing: Standing): CustomerState {
  const { settings } = shop;
  const group = groupOf(row.group);
  return {
    gid: toGid("Customer", row.id),
    tags: row.tags,
    written: {
      tags: row.written_tags === null ? [] : tagsState.parse(row.written_tags).tags,
      standing: row.written_standing === null ? null : standingState.parse(row.written_standing).value,
    },
    desired: {
      tierTag: tierTag(settings.tierTagPrefix, standing.tier),
      rfmTag: settings.rfmTags ? rfmTag(group, settings) : null,
      standing: JSON.stringify(standingMetafield(standing, shop)),
    },
    tier: standing.tier.name,
    spendMinor: standing.spendMinor,
    group,
  };
}

/** Without a score there is no purchase: a prospect. */
function groupOf(name: string | null): RfmGroup {
  return RFM_GROUPS.find((group) => group === name) ?? "prospects";
}
