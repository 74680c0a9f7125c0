import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#app/platform/language.ts";
import { resources } from "./locales/resources.ts";

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
