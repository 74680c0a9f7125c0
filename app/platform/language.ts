/** The languages that Laurel's own texts are complete in. */
export const LANGUAGES = ["en", "zh-CN"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of ours that is nearest to one of Shopify's ("zh-TW" and "zh" read zh-CN; the rest English). */
export function nearestLanguage(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith("zh") === true ? "zh-CN" : "en";
}
