import de from "./locales/de.json" with { type: "json" };
import en from "./locales/en.json" with { type: "json" };
import es from "./locales/es.json" with { type: "json" };
import fr from "./locales/fr.json" with { type: "json" };
import ja from "./locales/ja.json" with { type: "json" };
import zhCN from "./locales/zh-CN.json" with { type: "json" };

/** The admin's words in one language. */
export type Texts = typeof en;

const languages = { en, "zh-CN": zhCN, de, fr, es, ja } satisfies Record<string, Texts>;

/** Languages a person can use the admin in, as Shopify passes them to apps. */
export type Locale = keyof typeof languages;

export function isLocale(text: unknown): text is Locale {
  return typeof text === "string" && Object.hasOwn(languages, text);
}

export const LOCALES: readonly Locale[] = Object.keys(languages).filter(isLocale);

export function textsOf(locale: Locale): Texts {
  return languages[locale];
}

/** "{from}–{to}" with its names filled in. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
