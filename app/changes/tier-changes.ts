import type { ChangeDraft, DiscountState, SegmentState } from "./model.ts";

/** What a tier with a benefit should have in Shopify, and what the manifest says it has. */
export type TierState = {
  key: string;
  name: string;
  tag: string;
  value: DiscountState["value"] | null;
  /** The discount's title, as customers read it in the cart. */
  title: string;
  written: { segment: SegmentState | null; discount: DiscountState | null };
};

/**
 * The Shopify segment and automatic discount of each tier: made where a benefit is new, changed where it
 * changed, taken away where it ended. Discounts go before their segments, segments come before their discounts.
 */
export function tierChanges(tiers: readonly TierState[]): ChangeDraft[] {
  const wanted = tiers.filter((tier) => tier.value !== null);
  const ended = tiers.filter((tier) => tier.value === null);
  return [
    ...ended.flatMap((tier) => discountChange(tier, null)),
    ...ended.flatMap((tier) => segmentChange(tier, null)),
    ...wanted.flatMap((tier) =>
      segmentChange(tier, { name: segmentName(tier.name), query: segmentQuery(tier.tag) }),
    ),
    ...wanted.flatMap((tier) =>
      tier.value === null ? [] : discountChange(tier, { title: tier.title, value: tier.value }),
    ),
  ];
}

/** The name a tier's Shopify segment has in the merchant's list. */
export function segmentName(tierName: string): string {
  return `Laurel: ${tierName}`;
}

/** Shopify's segment query for a tag (an apostrophe in it is doubled by a backslash). */
export function segmentQuery(tag: string): string {
  return `customer_tags CONTAINS '${tag.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function segmentChange(tier: TierState, wanted: SegmentState | null): ChangeDraft[] {
  const before = tier.written.segment;
  if (before?.name === wanted?.name && before?.query === wanted?.query) return [];
  const after = wanted === null ? null : { ...gidOf(before), ...wanted };
  return [{ kind: "segment", subject: tier.key, before, after, reason: reasonOf(tier, after) }];
}

function discountChange(tier: TierState, wanted: DiscountState | null): ChangeDraft[] {
  const before = tier.written.discount;
  const { gid, ...known } = before ?? {};
  if (JSON.stringify(before === null ? null : known) === JSON.stringify(wanted)) return [];
  const sameKind = before?.value.kind === wanted?.value.kind;
  const after = wanted === null ? null : { ...(sameKind ? gidOf(before) : {}), ...wanted };
  return [{ kind: "discount", subject: tier.key, before, after, reason: reasonOf(tier, after) }];
}

function reasonOf(tier: TierState, after: object | null): ChangeDraft["reason"] {
  return { key: after === null ? "benefitEnded" : "benefit", tier: tier.name };
}

function gidOf(state: { gid?: string | undefined } | null): { gid?: string } {
  return state?.gid === undefined ? {} : { gid: state.gid };
}
