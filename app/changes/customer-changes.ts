import type { GroupKey } from "#app/value/rfm/group-key.ts";
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
  desired: { tierTag: string; groupTags: readonly GroupTag[]; standing: string };
  tier: string;
  spendMinor: number;
};

/** An RFM group that a customer is in, and its tag. */
export type GroupTag = { group: GroupKey; tag: string };

/**
 * The changes that bring one customer from what Shopify has to what it should have: none, one, or two.
 * `known` are all tags that the ladder and the groups can give.
 */
export function customerChanges(state: CustomerState, known: readonly string[]): ChangeDraft[] {
  return [...tagChange(state, known), ...standingChange(state)];
}

function tagChange(state: CustomerState, known: readonly string[]): ChangeDraft[] {
  const before = ownTags(state.tags, state.written.tags, known);
  const { tierTag, groupTags } = state.desired;
  const after = [...groupTags.map(({ tag }) => tag), tierTag].toSorted();
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
  const joined = state.desired.groupTags.find(({ tag }) => !before.includes(tag));
  return joined === undefined ? { key: "tagsCleaned" } : { key: "groupChanged", group: joined.group };
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
