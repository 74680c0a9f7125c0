import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { draftPolicy } from "./draft-policy.server.ts";
import type { Definition } from "./policy.ts";

/** Drops the ladder that was not published; the one in force stays. Returns what was dropped, for who wants it back. */
export async function discardDraft(db: Db, shopId: ShopId): Promise<Definition | null> {
  const draft = await draftPolicy(db, shopId);
  await db.policy.deleteMany({ where: { shopId, effectiveFrom: null } });
  return draft?.definition ?? null;
}
