import { prisma } from "#app/db.server.ts";
import { groupsOf } from "#app/platform/groups.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { METAFIELDS_DELETE } from "#app/shopify/operations/metafields-delete.ts";
import { METAFIELDS_SET } from "#app/shopify/operations/metafields-set.ts";
import { TAGS_ADD } from "#app/shopify/operations/tags-add.ts";
import { TAGS_REMOVE } from "#app/shopify/operations/tags-remove.ts";
import { failure } from "./failure.ts";
import { noteWrittenTags } from "./note-written-tags.server.ts";
import { runBulk } from "./run-bulk.server.ts";
import { settleChanges, type Outcome } from "./settle-changes.server.ts";
import { standingInput, STANDING } from "./standing-metafield.ts";
import { tagDifference } from "./tags.ts";
import type { SendingChange } from "./take-changes.server.ts";

type TagsChange = SendingChange<"customer.tags">;
type StandingChange = SendingChange<"customer.standing">;

/** `metafieldsSet` takes this many at once, all or none. */
const METAFIELDS_A_CALL = 25;

/** Sends tag changes by two bulk mutations: all additions, then all removals. */
export async function sendManyTags(
  client: AdminClient,
  shopId: ShopId,
  changes: readonly TagsChange[],
): Promise<void> {
  const steps = changes.map((change) => ({
    change,
    ...tagDifference(change.before.tags, change.after.tags),
  }));
  const failed = new Map<bigint, string>();
  for (const [text, side] of [
    [TAGS_ADD, "add"],
    [TAGS_REMOVE, "remove"],
  ] as const) {
    const lines = steps.filter((step) => step[side].length > 0 && !failed.has(step.change.id));
    const errors = await runBulk(
      client,
      text,
      lines.map((step) => ({ id: step.change.subject, tags: step[side] })),
    );
    for (const [index, message] of errors) {
      const step = lines[index];
      if (step !== undefined) failed.set(step.change.id, message);
    }
  }
  const outcomes = changes.map((change) => outcomeOf(change, failed.get(change.id)));
  await prisma.$transaction(async (db) => {
    await settleChanges(db, shopId, outcomes);
    await noteWrittenTags(
      db,
      shopId,
      changes.filter((change) => !failed.has(change.id)),
    );
  });
}

/** Sends standings by bulk mutations, 25 metafields a line. */
export async function sendManyStandings(
  client: AdminClient,
  shopId: ShopId,
  changes: readonly StandingChange[],
): Promise<void> {
  const set = groupsOf(
    changes.filter(({ after }) => after.value !== null),
    METAFIELDS_A_CALL,
  );
  const remove = groupsOf(
    changes.filter(({ after }) => after.value === null),
    METAFIELDS_A_CALL,
  );
  const setErrors = await runBulk(
    client,
    METAFIELDS_SET,
    set.map((group) => ({
      metafields: group.flatMap(({ subject, after }) =>
        after.value === null ? [] : [standingInput(subject, after.value)],
      ),
    })),
  );
  const removeErrors = await runBulk(
    client,
    METAFIELDS_DELETE,
    remove.map((group) => ({ metafields: group.map(({ subject }) => ({ ownerId: subject, ...STANDING })) })),
  );
  await settleChanges(prisma, shopId, [
    ...set.flatMap((group, line) => group.map((change) => outcomeOf(change, setErrors.get(line)))),
    ...remove.flatMap((group, line) => group.map((change) => outcomeOf(change, removeErrors.get(line)))),
  ]);
}

function outcomeOf(change: TagsChange | StandingChange, error: string | undefined): Outcome {
  return error === undefined
    ? { change, state: "applied", now: change.after }
    : failure(change, [{ message: error }]);
}
