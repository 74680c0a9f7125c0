import { nearestLanguage } from "#app/platform/language.ts";
import type { Settings } from "#app/platform/settings.ts";
import { GROUP_KEYS, type GroupKey } from "#app/value/rfm/group-key.ts";
import { groupName } from "#app/value/rfm/group-name.ts";
import { rfmTag } from "./known-tags.ts";
import type { ChangeDraft, SegmentState } from "./model.ts";
import { segmentName, segmentQuery } from "./tier-changes.ts";

/** What ledger and manifest call a group's segment. No tier's key has a colon. */
export function groupSubject(group: GroupKey): string {
  return `rfm:${group}`;
}

/** The group of such a subject; undefined for a tier's key. */
export function groupOfSubject(subject: string): GroupKey | undefined {
  return GROUP_KEYS.find((group) => groupSubject(group) === subject);
}

/**
 * The change that gives a group its Shopify segment, the customers with its tag, or brings the one that is there
 * (`written`) up to the language and prefix of now. It is taken away where nobody wants it any more, and where RFM
 * tags are not written: nobody would be in it.
 */
export function groupSegmentChange(
  group: GroupKey,
  shop: { settings: Settings; locale: string },
  written: SegmentState | null,
  wanted: boolean,
): ChangeDraft[] {
  const draft = { kind: "segment", subject: groupSubject(group), before: written } as const;
  if (!wanted || !shop.settings.rfmTags) {
    const key = wanted ? "groupSegmentEnded" : "groupSegmentRemoved";
    return written === null ? [] : [{ ...draft, after: null, reason: { key, group } }];
  }
  const name = segmentName(`RFM ${groupName(group, nearestLanguage(shop.locale))}`);
  const query = groupSegmentQuery(group, shop.settings);
  if (written?.name === name && written.query === query) return [];
  return [{ ...draft, after: { ...written, name, query }, reason: { key: "groupSegment", group } }];
}

/** Shopify's query for the customers with the group's tag. */
export function groupSegmentQuery(group: GroupKey, settings: Settings): string {
  return segmentQuery(rfmTag(group, settings));
}
