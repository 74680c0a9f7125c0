import { ownTags, sameTags, tagDifference } from "./tags.ts";
import type { StandingState, TagsState } from "./model.ts";

/** What to do with a change, once it is known what Shopify has now. */
export type Decision = "send" | "skip" | "drift";

/**
 * Already as it should be: skip. As it was when the plan was made: send. Neither: somebody else wrote
 * meanwhile; that is drift, and nothing is overwritten.
 */
export function decideTags(
  change: { before: TagsState; after: TagsState },
  tagsNow: readonly string[],
): Decision {
  const { add } = tagDifference(change.before.tags, change.after.tags);
  const ours = ownTags(tagsNow, change.before.tags, change.after.tags);
  if (sameTags(ours, change.after.tags)) return "skip";
  // Taking away needs no more than that there is something left to take.
  if (change.after.tags.length === 0) return "send";
  // Tags are added before others are removed: a try that was cut off leaves both.
  const halfDone = [...change.before.tags, ...add];
  return sameTags(ours, change.before.tags) || sameTags(ours, halfDone) ? "send" : "drift";
}

/** The same for the standing metafield, which only we write: whatever stands there is ours to replace. */
export function decideStanding(change: { after: StandingState }, valueNow: string | null): Decision {
  return sameJson(change.after.value, valueNow) ? "skip" : "send";
}

/** Shopify keeps a JSON metafield's text but may order or space it anew. */
function sameJson(a: string | null, b: string | null): boolean {
  if (a === b || a === null || b === null) return a === b;
  return canonical(JSON.parse(a)) === canonical(JSON.parse(b));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
