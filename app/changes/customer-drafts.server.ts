import { prisma } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Definition } from "#app/membership/policy.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";
import { customerChanges } from "./customer-changes.ts";
import { customerStates } from "./customer-states.server.ts";
import { GROUP_KEYS_OF_SCORE } from "./group-keys.server.ts";
import { knownTags, rfmTag } from "./known-tags.ts";
import type { ChangeDraft } from "./model.ts";

/** Customers looked at together: bounds memory. */
const BATCH = 2000;

/**
 * The changes of customers, some thousands at a time, to what they should have where `segments` are the groups with a
 * segment. Of the whole shop; or, with `asked`, of those in one of these groups or with its tag.
 */
export async function* customerDrafts(
  shop: Shop,
  definition: Definition,
  segments: readonly GroupKey[],
  asked?: readonly GroupKey[],
): AsyncGenerator<ChangeDraft[]> {
  const known = knownTags(definition, shop.settings, segments);
  const narrowed = asked === undefined ? Prisma.empty : inGroups(shop, asked);
  for (let after = 0n; ;) {
    const page = await prisma.$queryRaw<{ id: bigint }[]>`
      SELECT c.id FROM customer c ${asked === undefined ? Prisma.empty : WITH_GROUPS}
      WHERE c.shop_id = ${shop.id} AND c.id > ${after} AND c.deleted_at IS NULL AND c.merged_into IS NULL ${narrowed}
      ORDER BY c.id LIMIT ${BATCH}`;
    const last = page.at(-1);
    if (last === undefined) return;
    const ids = page.map(({ id }) => toCustomerId(id));
    const states = await customerStates(prisma, shop, ids, segments);
    yield states.flatMap((state) => customerChanges(state, known));
    after = last.id;
  }
}

const WITH_GROUPS = Prisma.sql`
  LEFT JOIN score s ON s.shop_id = c.shop_id AND s.customer_id = c.id
  LEFT JOIN manifest tag ON tag.shop_id = c.shop_id AND tag.kind = 'tag'
    AND tag.subject = 'gid://shopify/Customer/' || c.id`;

function inGroups(shop: Shop, groups: readonly GroupKey[]): Prisma.Sql {
  const tags = groups.map((group) => rfmTag(group, shop.settings));
  return Prisma.sql`AND (${GROUP_KEYS_OF_SCORE} && ${groups}::text[] OR tag.value->'tags' ?| ${tags}::text[])`;
}
