import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { SendingChange } from "./take-changes.server.ts";

/** What came of sending one change. */
export type Outcome =
  | {
      change: SendingChange;
      state: "applied" | "skipped";
      /** What Shopify has now, for the manifest. */ now: unknown;
    }
  | { change: SendingChange; state: "failed" | "drift"; error: string };

const MANIFEST_KIND = {
  "customer.tags": "tag",
  "customer.standing": "metafield",
  segment: "segment",
  discount: "discount",
} as const satisfies Record<SendingChange["kind"], string>;

/** Writes outcomes into the ledger and keeps the manifest: what stands in Shopify that is ours. */
export async function settleChanges(db: Db, shopId: ShopId, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = JSON.stringify(outcomes.map(toRow));
  await db.$executeRaw`
    UPDATE change SET state = row.state, error = row.error, updated_at = now()
    FROM jsonb_to_recordset(${rows}::jsonb) AS row(id bigint, state text, error text)
    WHERE change.shop_id = ${shopId} AND change.id = row.id`;
  await db.$executeRaw`
    INSERT INTO manifest (shop_id, kind, subject, value)
    SELECT ${shopId}, kind, subject, value
    FROM jsonb_to_recordset(${rows}::jsonb) AS row(kind text, subject text, value jsonb, keep boolean)
    WHERE keep
    ON CONFLICT (shop_id, kind, subject) DO UPDATE SET value = excluded.value, updated_at = now()`;
  await db.$executeRaw`
    DELETE FROM manifest USING jsonb_to_recordset(${rows}::jsonb) AS row(kind text, subject text, keep boolean)
    WHERE manifest.shop_id = ${shopId} AND manifest.kind = row.kind AND manifest.subject = row.subject AND NOT keep`;
}

function toRow(outcome: Outcome): Record<string, unknown> {
  const { change } = outcome;
  const row = {
    id: change.id.toString(),
    state: outcome.state,
    kind: MANIFEST_KIND[change.kind],
    subject: change.subject,
  };
  if ("error" in outcome) return { ...row, error: outcome.error, keep: null };
  return { ...row, error: null, value: outcome.now, keep: !isNothing(outcome.now) };
}

/** True for what leaves nothing of ours behind: no tags, no value, no segment. */
function isNothing(now: unknown): boolean {
  if (now === null || typeof now !== "object") return true;
  if ("tags" in now) return Array.isArray(now.tags) && now.tags.length === 0;
  return "value" in now && now.value === null;
}
