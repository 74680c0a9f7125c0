import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { definitionSchema, type Definition } from "./policy.ts";

export type Draft = { version: number; definition: Definition };

/** The ladder that the merchant works on and has not published, or null. */
export async function draftPolicy(db: Db, shopId: ShopId): Promise<Draft | null> {
  const row = await db.policy.findFirst({ where: { shopId, effectiveFrom: null } });
  return row === null ? null : { version: row.version, definition: definitionSchema.parse(row.definition) };
}
