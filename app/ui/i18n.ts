import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { resources } from "./locales/resources.ts";

/** The languages the admin pages are complete in. */
export const LANGUAGES = ["en", "zh-CN"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of ours that is nearest to the one Shopify passes ("zh-TW" and "zh" read zh-CN; the rest English). */
export function nearestLanguage(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith("zh") === true ? "zh-CN" : "en";
}

/** A translator with every text already in it: rendering never waits. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  instance.use(initReactI18next);
  void instance.init({
    lng: language,
    fallbackLng: "en",
    defaultNS: "common",
    initAsync: false,
    resources,
    interpolation: { escapeValue: false },
  });
  return instance;
}
