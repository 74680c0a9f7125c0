import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { ChangeDraft } from "./model.ts";
import type { ChangeState } from "./state.ts";

/**
 * Writes changes into the ledger under a plan. An older change of the same thing that was not sent yet is
 * cancelled: the new one starts from the same place and ends where we now want to be.
 */
export async function insertChanges(
  db: Db,
  shopId: ShopId,
  planId: number,
  drafts: readonly ChangeDraft[],
  state: ChangeState,
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = JSON.stringify(drafts);
  await db.$executeRaw`
    UPDATE change SET state = 'cancelled', updated_at = now()
    FROM jsonb_to_recordset(${rows}::jsonb) AS draft(kind text, subject text)
    WHERE change.shop_id = ${shopId} AND change.subject = draft.subject AND change.kind = draft.kind
      AND change.state IN ('draft', 'approved')`;
  await db.$executeRaw`
    INSERT INTO change (shop_id, plan_id, kind, subject, before, after, reason, state)
    SELECT ${shopId}, ${planId}, kind, subject, nullif(before, 'null'), nullif(after, 'null'), reason, ${state}
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS draft(kind text, subject text, before jsonb, after jsonb, reason jsonb)`;
}
