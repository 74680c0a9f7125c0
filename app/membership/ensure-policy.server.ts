import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { proposeLadder } from "./propose-ladder.server.ts";
import { saveDraft } from "./save-draft.server.ts";

/** A shop without any policy gets the proposed ladder as a draft, for the merchant to look at and publish. */
export async function ensurePolicy(db: Db, shop: Shop): Promise<void> {
  if ((await db.policy.count({ where: { shopId: shop.id } })) > 0) return;
  const { definition } = await proposeLadder(db, shop);
  await saveDraft(db, shop.id, definition);
}
