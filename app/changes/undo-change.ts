import { discountState, segmentState, type ChangeDraft } from "./model.ts";
import type { ManifestRow } from "./removal-changes.ts";

/**
 * The change back: before and after swapped. A segment or discount is known by the gid that the manifest has
 * for it; one that was deleted since is made anew.
 */
export function undoChange(change: ChangeDraft, written: readonly ManifestRow[]): ChangeDraft {
  const reason = { key: "undo" } as const;
  const standing =
    written.find((row) => row.kind === change.kind && row.subject === change.subject)?.value ?? null;
  switch (change.kind) {
    case "customer.tags":
      return { ...change, before: change.after, after: change.before, reason };
    case "customer.standing":
      return { ...change, before: change.after, after: change.before, reason };
    case "segment":
      return {
        ...change,
        before: segmentState.nullable().parse(standing),
        after: withoutLostGid(change.before, standing),
        reason,
      };
    case "discount":
      return {
        ...change,
        before: discountState.nullable().parse(standing),
        after: withoutLostGid(change.before, standing),
        reason,
      };
  }
}

/** Drops the gid of something that is not there any more, so that it is created again. */
function withoutLostGid<State extends { gid?: string | undefined }>(
  wanted: State | null,
  standing: unknown,
): State | null {
  if (wanted === null || standing !== null) return wanted;
  const { gid, ...rest } = wanted;
  return { ...wanted, ...rest, gid: undefined };
}
