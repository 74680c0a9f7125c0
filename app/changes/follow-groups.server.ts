import type { Db } from "#app/db.server.ts";
import { refreshLater } from "#app/jobs/refresh-later.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import { ASKED_GROUP_KEYS } from "#app/value/rfm/group-key.ts";
import { GROUP_KEYS_OF_SCORE } from "./group-keys.server.ts";
import { groupSegmentQuery } from "./group-segment.ts";
import { isLive } from "./is-live.server.ts";
import { writtenGroupSegments } from "./written-group-segments.server.ts";

/**
 * After the whole shop was scored anew, or segments of groups were made or taken away: hands on, by jobs, everybody who
 * does not carry the tags of the groups with a segment that she is in, or carries one too many. Shopify's groups are
 * not looked at: who moves between them is known. To be called in a transaction.
 */
export async function followGroups(db: Db, shop: Shop): Promise<void> {
  const { settings } = shop;
  if (!settings.rfmTags || !(await isLive(db, shop.id))) return;
  const written = await writtenGroupSegments(db, shop.id);
  // One that still looks for tags with another prefix waits for a person to approve the new ones.
  const tagged = ASKED_GROUP_KEYS.filter(
    (group) => written.get(group)?.query === groupSegmentQuery(group, settings),
  );
  const stale = await db.$queryRaw<{ id: bigint }[]>`
    SELECT c.id
    FROM customer c
    LEFT JOIN score s ON s.shop_id = c.shop_id AND s.customer_id = c.id
    LEFT JOIN manifest m ON m.shop_id = c.shop_id AND m.kind = 'tag'
      AND m.subject = 'gid://shopify/Customer/' || c.id
    WHERE c.shop_id = ${shop.id} AND c.deleted_at IS NULL AND c.merged_into IS NULL
      AND ARRAY(
        SELECT "key" FROM unnest(${GROUP_KEYS_OF_SCORE}) "key" WHERE "key" = ANY (${tagged}::text[]) ORDER BY 1
      ) <> ARRAY(
        SELECT substr(tag, ${settings.rfmTagPrefix.length + 1}::int) FROM jsonb_array_elements_text(m.value->'tags') tag
        WHERE starts_with(tag, ${settings.rfmTagPrefix})
          AND substr(tag, ${settings.rfmTagPrefix.length + 1}::int) = ANY (${ASKED_GROUP_KEYS}::text[]) ORDER BY 1
      )
    ORDER BY c.id`;
  await refreshLater(
    db,
    shop.id,
    stale.map(({ id }) => toCustomerId(id)),
  );
}

/** The same where scores are new and nothing else: without a segment, nobody's tags depend on them. */
export async function followNewScores(db: Db, shop: Shop): Promise<void> {
  const written = await writtenGroupSegments(db, shop.id);
  if (ASKED_GROUP_KEYS.some((group) => written.has(group))) await followGroups(db, shop);
}
