import { tierTag, type Definition } from "#app/membership/policy.ts";
import type { Settings } from "#app/platform/settings.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";

/**
 * The groups whose customers carry a tag: Shopify's eleven, and each that has a Shopify segment (`segments`). None
 * where the shop writes no RFM tags.
 */
export function taggedGroups(settings: Settings, segments: readonly GroupKey[]): GroupKey[] {
  return settings.rfmTags ? withShopifys(segments) : [];
}

/** Every tag that the ladder and the RFM groups can give: those we may take away again. */
export function knownTags(
  definition: Definition,
  settings: Settings,
  segments: readonly GroupKey[],
): string[] {
  return [
    ...definition.tiers.map((tier) => tierTag(settings.tierTagPrefix, tier)),
    ...withShopifys(segments).map((group) => rfmTag(group, settings)),
  ];
}

/** "rfm:champions" */
export function rfmTag(group: GroupKey, settings: Settings): string {
  return settings.rfmTagPrefix + group;
}

function withShopifys(segments: readonly GroupKey[]): GroupKey[] {
  return [...new Set([...RFM_GROUPS, ...segments])];
}
