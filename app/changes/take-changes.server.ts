import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { changeSchema, type ChangeDraft, type ChangeKind } from "./model.ts";

/** A change on its way to Shopify. */
export type SendingChange<Kind extends ChangeKind = ChangeKind> = Extract<ChangeDraft, { kind: Kind }> & {
  id: bigint;
};

const rowSchema = z.object({ id: z.bigint() });

/**
 * Takes the next changes of a kind that are to be sent, oldest first, and marks them as being sent. Those that
 * a killed worker had taken come again.
 */
export async function takeChanges<Kind extends ChangeKind>(
  db: Db,
  shopId: ShopId,
  planId: number,
  kind: Kind,
  options: { after: bigint; limit: number },
): Promise<SendingChange<Kind>[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH next AS (
      SELECT id FROM change
      WHERE shop_id = ${shopId} AND plan_id = ${planId} AND kind = ${kind}
        AND state IN ('approved', 'sending') AND id > ${options.after}
      ORDER BY id LIMIT ${options.limit}
    ), taken AS (
      UPDATE change SET state = 'sending', attempts = attempts + 1, updated_at = now()
      FROM next WHERE change.shop_id = ${shopId} AND change.id = next.id
      RETURNING change.id, kind, subject, before, after, reason
    )
    SELECT * FROM taken ORDER BY id`;
  return rows
    .map((row) => ({ ...changeSchema.parse(row), ...rowSchema.parse(row) }))
    .filter((change) => isKind(change, kind));
}

function isKind<Kind extends ChangeKind>(change: SendingChange, kind: Kind): change is SendingChange<Kind> {
  return change.kind === kind;
}
