import { tierTag, type Definition } from "#app/membership/policy.ts";
import type { Settings } from "#app/platform/settings.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";

/** Every tag that the ladder and the RFM groups can give: those we may take away again. */
export function knownTags(definition: Definition, settings: Settings): string[] {
  return [
    ...definition.tiers.map((tier) => tierTag(settings.tierTagPrefix, tier)),
    ...RFM_GROUPS.map((group) => rfmTag(group, settings)),
  ];
}

/** "rfm:champions" */
export function rfmTag(group: RfmGroup, settings: Settings): string {
  return settings.rfmTagPrefix + group;
}
