import enChanges from "./en/changes.json" with { type: "json" };
import enCommon from "./en/common.json" with { type: "json" };
import zhChanges from "./zh-CN/changes.json" with { type: "json" };
import zhCommon from "./zh-CN/common.json" with { type: "json" };

/** Every text of the admin pages, by language and namespace. A test holds the languages against each other. */
export const resources = {
  en: { common: enCommon, changes: enChanges },
  "zh-CN": { common: zhCommon, changes: zhChanges },
} as const;
