import type { Settings } from "#app/platform/settings.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";
import { rfmTag } from "./known-tags.ts";
import type { ChangeDraft, SegmentState } from "./model.ts";
import { segmentName, segmentQuery } from "./tier-changes.ts";

/** What ledger and manifest call a group's segment. No tier's key has a colon. */
export function groupSubject(group: RfmGroup): string {
  return `rfm:${group}`;
}

/** The group of such a subject; undefined for a tier's key. */
export function groupOfSubject(subject: string): RfmGroup | undefined {
  return RFM_GROUPS.find((group) => groupSubject(group) === subject);
}

/**
 * The change that gives a group its Shopify segment, the customers with its tag, or brings the one that is there
 * (`written`) up to the prefix of now. Where RFM tags are not written any more it is taken away: nobody would be
 * in it.
 */
export function groupSegmentChange(
  group: RfmGroup,
  settings: Settings,
  written: SegmentState | null,
): ChangeDraft[] {
  const draft = { kind: "segment", subject: groupSubject(group), before: written } as const;
  if (!settings.rfmTags) {
    return written === null ? [] : [{ ...draft, after: null, reason: { key: "groupSegmentEnded", group } }];
  }
  const name = segmentName(`RFM ${group.replaceAll("_", " ")}`);
  const query = segmentQuery(rfmTag(group, settings));
  if (written?.name === name && written.query === query) return [];
  return [{ ...draft, after: { ...written, name, query }, reason: { key: "groupSegment", group } }];
}
