import enCommon from "./en/common.json" with { type: "json" };
import zhCommon from "./zh-CN/common.json" with { type: "json" };

/** Every text of the admin pages, by language and namespace. A test holds the languages against each other. */
export const resources = {
  en: { common: enCommon },
  "zh-CN": { common: zhCommon },
} as const;
