import type { Db } from "#app/db.server.ts";
import { noteCustomerTags } from "#app/mirror/note-customer-tags.server.ts";
import { numberInGid, type ShopId } from "#app/platform/ids.ts";
import { tagDifference } from "./tags.ts";
import type { SendingChange } from "./take-changes.server.ts";

/** Keeps in the mirror what tag changes that Shopify took did to each customer's tags. */
export async function noteWrittenTags(
  db: Db,
  shopId: ShopId,
  changes: readonly SendingChange<"customer.tags">[],
): Promise<void> {
  const byId = new Map(changes.map((change) => [numberInGid("Customer", change.subject), change]));
  const rows = await db.customer.findMany({
    where: { shopId, id: { in: [...byId.keys()] } },
    select: { id: true, tags: true },
  });
  await noteCustomerTags(
    db,
    shopId,
    rows.flatMap(({ id, tags }) => {
      const change = byId.get(id);
      if (change === undefined) return [];
      const { add, remove } = tagDifference(change.before.tags, change.after.tags);
      return [{ id, tags: [...tags.filter((tag) => !remove.includes(tag) && !add.includes(tag)), ...add] }];
    }),
  );
}
