import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { definitionSchema, type Definition } from "./policy.ts";

export type Policy = { version: number; definition: Definition; effectiveFrom: Date };

/** The policy in force, or null where none was ever published. */
export async function currentPolicy(db: Db, shopId: ShopId): Promise<Policy | null> {
  const row = await db.policy.findFirst({
    where: { shopId, effectiveFrom: { not: null } },
    orderBy: { version: "desc" },
  });
  const effectiveFrom = row?.effectiveFrom ?? null;
  if (row === null || effectiveFrom === null) return null;
  return { version: row.version, definition: definitionSchema.parse(row.definition), effectiveFrom };
}
