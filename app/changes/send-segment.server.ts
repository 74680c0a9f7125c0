import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { SEGMENT_CREATE } from "#app/shopify/operations/segment-create.ts";
import { SEGMENT_DELETE } from "#app/shopify/operations/segment-delete.ts";
import { SEGMENT_UPDATE } from "#app/shopify/operations/segment-update.ts";
import { SEGMENTS_BY_NAME } from "#app/shopify/operations/segments-by-name.ts";
import { failure, type UserError } from "./failure.ts";
import type { SegmentState } from "./model.ts";
import type { Outcome } from "./settle-changes.server.ts";
import type { SendingChange } from "./take-changes.server.ts";

/** Makes, changes or deletes a tier's or group's segment. */
export async function sendSegment(client: AdminClient, change: SendingChange<"segment">): Promise<Outcome> {
  const { before, after } = change;
  if (after === null)
    return before?.gid === undefined
      ? { change, state: "skipped", now: null }
      : remove(client, change, before.gid);
  const { gid, name, query } = after;
  if (gid !== undefined) {
    const { segmentUpdate } = await client.run(SEGMENT_UPDATE, { id: gid, name, query });
    const missing = isGone(segmentUpdate?.userErrors ?? []);
    if (!missing) return outcome(change, gid, after, segmentUpdate?.userErrors ?? []);
  }
  const existing = await findByName(client, after);
  if (existing !== undefined) return { change, state: "applied", now: { ...after, gid: existing } };
  const { segmentCreate } = await client.run(SEGMENT_CREATE, { name, query });
  return outcome(change, segmentCreate?.segment?.id, after, segmentCreate?.userErrors ?? []);
}

/** An earlier try may have made it and been cut off before it could say so. */
async function findByName(client: AdminClient, wanted: SegmentState): Promise<string | undefined> {
  const { segments } = await client.run(SEGMENTS_BY_NAME, { search: wanted.name });
  return segments.nodes.find((node) => node.name === wanted.name && node.query === wanted.query)?.id;
}

async function remove(client: AdminClient, change: SendingChange<"segment">, id: string): Promise<Outcome> {
  const { segmentDelete } = await client.run(SEGMENT_DELETE, { id });
  const errors = segmentDelete?.userErrors ?? [];
  if (errors.length === 0) return { change, state: "applied", now: null };
  return isGone(errors) ? { change, state: "skipped", now: null } : failure(change, errors);
}

function outcome(
  change: SendingChange<"segment">,
  gid: string | undefined,
  after: SegmentState,
  errors: UserError[],
): Outcome {
  return gid === undefined || errors.length > 0
    ? failure(change, errors)
    : { change, state: "applied", now: { ...after, gid } };
}

/** True where the merchant has deleted the segment meanwhile. */
function isGone(errors: readonly UserError[]): boolean {
  return errors.some(({ message }) => /does not exist|not found|no longer exists/i.test(message));
}
