import type { Db } from "#app/db.server.ts";
import { ok, type Result } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { checkDefinition, type Problem } from "./policy.ts";

/**
 * Keeps a ladder as the shop's draft, over the one before; published versions stay as they are. Returns the
 * version that it will be, or everything that is wrong with it.
 */
export async function saveDraft(
  db: Db,
  shopId: ShopId,
  input: unknown,
): Promise<Result<{ version: number }, Problem[]>> {
  const checked = checkDefinition(input);
  if (!checked.ok) return checked;
  const [row] = await db.$queryRaw<{ version: number }[]>`
    INSERT INTO policy (shop_id, version, definition)
    SELECT ${shopId}, coalesce(max(version), 0) + 1, ${JSON.stringify(checked.value)}::jsonb
    FROM policy WHERE shop_id = ${shopId}
    ON CONFLICT (shop_id) WHERE effective_from IS NULL DO UPDATE SET definition = EXCLUDED.definition
    RETURNING version`;
  return ok({ version: row?.version ?? 1 });
}
