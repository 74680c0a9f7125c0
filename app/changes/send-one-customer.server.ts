import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { METAFIELDS_DELETE } from "#app/shopify/operations/metafields-delete.ts";
import { METAFIELDS_SET } from "#app/shopify/operations/metafields-set.ts";
import { TAGS_ADD } from "#app/shopify/operations/tags-add.ts";
import { TAGS_REMOVE } from "#app/shopify/operations/tags-remove.ts";
import { failure } from "./failure.ts";
import type { Outcome } from "./settle-changes.server.ts";
import { standingInput, STANDING } from "./standing-metafield.ts";
import { tagDifference } from "./tags.ts";
import type { SendingChange } from "./take-changes.server.ts";

/** What came of it, and the customer's tags where Shopify named them in its answer. */
export type Sent = { outcome: Outcome; tags?: readonly string[] };

/** Adds what is missing, then removes what is too much: she never stands without a tier. */
export async function sendTags(client: AdminClient, change: SendingChange<"customer.tags">): Promise<Sent> {
  const id = change.subject;
  const { add, remove } = tagDifference(change.before.tags, change.after.tags);
  let tags: readonly string[] | undefined;
  if (add.length > 0) {
    const { tagsAdd } = await client.run(TAGS_ADD, { id, tags: add });
    if (tagsAdd === null || tagsAdd.userErrors.length > 0) {
      return { outcome: failure(change, tagsAdd?.userErrors ?? []) };
    }
    tags = tagsOf(tagsAdd.node);
  }
  if (remove.length > 0) {
    const { tagsRemove } = await client.run(TAGS_REMOVE, { id, tags: remove });
    if (tagsRemove === null || tagsRemove.userErrors.length > 0) {
      return { outcome: failure(change, tagsRemove?.userErrors ?? []) };
    }
    tags = tagsOf(tagsRemove.node);
  }
  const outcome: Outcome = { change, state: "applied", now: change.after };
  return tags === undefined ? { outcome } : { outcome, tags };
}

/** Writes or deletes the standing metafield. */
export async function sendStanding(
  client: AdminClient,
  change: SendingChange<"customer.standing">,
): Promise<Sent> {
  const { value } = change.after;
  const errors =
    value === null
      ? (await client.run(METAFIELDS_DELETE, { metafields: [{ ownerId: change.subject, ...STANDING }] }))
          .metafieldsDelete?.userErrors
      : (await client.run(METAFIELDS_SET, { metafields: [standingInput(change.subject, value)] }))
          .metafieldsSet?.userErrors;
  if (errors === undefined || errors.length > 0) return { outcome: failure(change, errors ?? []) };
  return { outcome: { change, state: "applied", now: change.after } };
}

function tagsOf(node: object | null | undefined): readonly string[] | undefined {
  if (node === null || node === undefined || !("tags" in node) || !Array.isArray(node.tags)) return undefined;
  return node.tags.map(String);
}
