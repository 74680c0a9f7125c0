import { ownTags, sameTags } from "./tags.ts";
import type { ChangeDraft, Reason } from "./model.ts";

/** Everything that decides what one customer should carry in Shopify. */
export type CustomerState = {
  gid: string;
  /** All tags the mirror knows. */
  tags: readonly string[];
  /** What the manifest says we wrote. */
  written: { tags: readonly string[]; standing: string | null };
  /** What she should have. */
  desired: { tierTag: string; rfmTag: string | null; standing: string };
  tier: string;
  spendMinor: number;
  group: string | null;
};

/**
 * The changes that bring one customer from what Shopify has to what it should have: none, one, or two.
 * `known` are all tags that the ladder and the groups can give.
 */
export function customerChanges(state: CustomerState, known: readonly string[]): ChangeDraft[] {
  return [...tagChange(state, known), ...standingChange(state)];
}

function tagChange(state: CustomerState, known: readonly string[]): ChangeDraft[] {
  const before = ownTags(state.tags, state.written.tags, known);
  const { tierTag, rfmTag } = state.desired;
  const after = (rfmTag === null ? [tierTag] : [rfmTag, tierTag]).toSorted();
  if (sameTags(before, after)) return [];
  const reason = tagReason(state, before);
  return [
    { kind: "customer.tags", subject: state.gid, before: { tags: before }, after: { tags: after }, reason },
  ];
}

function tagReason(state: CustomerState, before: readonly string[]): Reason {
  if (!before.includes(state.desired.tierTag)) {
    return { key: "tierReached", tier: state.tier, spendMinor: state.spendMinor };
  }
  const { rfmTag } = state.desired;
  return rfmTag !== null && state.group !== null && !before.includes(rfmTag)
    ? { key: "groupChanged", group: state.group }
    : { key: "tagsCleaned" };
}

function standingChange(state: CustomerState): ChangeDraft[] {
  if (state.written.standing === state.desired.standing) return [];
  return [
    {
      kind: "customer.standing",
      subject: state.gid,
      before: { value: state.written.standing },
      after: { value: state.desired.standing },
      reason: { key: "standingChanged", tier: state.tier, spendMinor: state.spendMinor },
    },
  ];
}
