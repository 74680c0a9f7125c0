import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const texts = z.record(z.string(), z.unknown());

/** Texts of one theme or extension by locale; `fallback` is the locale whose file is named default. */
export type Translations = { fallback: string; byLocale: Map<string, Record<string, unknown>> };

/** Reads `locales/<locale>[.default].json`, or those of the theme editor (`.schema.json`). */
export function readTranslations(dir: string, kind: "storefront" | "schema"): Translations {
  const suffix = kind === "schema" ? ".schema.json" : ".json";
  const files = readdirSync(dir).filter(
    (file) => file.endsWith(suffix) && file.endsWith(".schema.json") === (kind === "schema"),
  );
  const byLocale = new Map<string, Record<string, unknown>>();
  let fallback = "en";
  for (const file of files) {
    const name = file.slice(0, -suffix.length);
    const locale = name.replace(/\.default$/, "");
    if (name.endsWith(".default")) fallback = locale;
    byLocale.set(locale, texts.parse(JSON.parse(readFileSync(join(dir, file), "utf8"))));
  }
  return { fallback, byLocale };
}

/**
 * The text of a key with `{{ name }}` filled in; where the text has plural forms, the one for `count`.
 * Values are put in as they are: Shopify's escaping of them is not documented, so templates have to
 * be safe without it. A missing text is said as Shopify says it.
 */
export function translate(
  { fallback, byLocale }: Translations,
  locale: string,
  key: string,
  values: Record<string, unknown>,
): string {
  const found = lookUp(byLocale.get(locale), key) ?? lookUp(byLocale.get(fallback), key);
  const text = isRecord(found) ? found[pluralForm(locale, values.count, found)] : found;
  if (typeof text !== "string") return `Translation missing: ${locale}.${key}`;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
}

function lookUp(from: Record<string, unknown> | undefined, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>((inside, part) => (isRecord(inside) ? inside[part] : undefined), from);
}

function pluralForm(locale: string, count: unknown, forms: Record<string, unknown>): string {
  const number = Number(count);
  if (number === 0 && "zero" in forms) return "zero";
  const form = new Intl.PluralRules(locale).select(number);
  return form in forms ? form : "other";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
