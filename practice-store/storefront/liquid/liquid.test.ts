import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLiquid } from "./engine.ts";
import { hundredths, moneyFilters } from "./money.ts";
import { readTranslations, translate } from "./translations.ts";

const translations = {
  fallback: "en",
  byLocale: new Map<string, Record<string, unknown>>([
    [
      "en",
      { cart: { items: { one: "{{ count }} item", other: "{{ count }} items" }, hello: "Hello {{ name }}" } },
    ],
    ["de", { cart: { hello: "Hallo {{ name }}" } }],
  ]),
};

const liquid = createLiquid({
  roots: [import.meta.dirname],
  translations,
  assetUrl: (file) => `/assets/${file}`,
  currency: "GBP",
  timeZone: "America/New_York",
});

function render(template: string, scope: object = {}): unknown {
  const globals = { request: { locale: { iso_code: "de" } } };
  const html: unknown = liquid.parseAndRenderSync(template, scope, { globals });
  return html;
}

describe("Liquid as Shopify speaks it", () => {
  it.each<[string, string, object?]>([
    ["{{ 123456 | money }}", "£1,234.56"],
    ["{{ 123456 | money_with_currency }}", "£1,234.56 GBP"],
    ["{{ 123456 | money_without_currency }}", "1,234.56"],
    ["{{ 120000 | money_without_trailing_zeros }}", "£1,200"],
    ["{{ -500 | money }}", "-£5.00"],
    ["{{ '2027-03-02' | date: format: 'date' }}", "2. März 2027"],
    ["{{ '2027-03-02T02:00:00Z' | date: format: 'date' }}", "1. März 2027"],
    ["{{ '2027-03-02' | date: format: 'abbreviated_date' }}", "02.03.2027"],
    ["{{ '2027-03-02T12:00:00Z' | date: '%Y/%m/%d %H:%M' }}", "2027/03/02 07:00"],
    ["{{ 'cart.hello' | t: name: who }}", "Hallo Ada", { who: "Ada" }],
    ["{{ 'cart.items' | t: count: 1 }} {{ 'cart.items' | t: count: 3 }}", "1 item 3 items"],
    ["{{ 'cart.nothing' | t }}", "Translation missing: de.cart.nothing"],
    [
      "{{ 'a.css' | asset_url | stylesheet_tag }}",
      '<link href="/assets/a.css" rel="stylesheet" type="text/css" media="all" />',
    ],
    ["{{ 7 | divided_by: 2 }} {{ 7 | divided_by: 2.5 }}", "3 2.8"],
    ['a{% schema %}{"name":"{{ no }}"}{% endschema %}b{% doc %} @param {x} {% enddoc %}c', "abc"],
    [
      "{{ customer.metafields.app.tier.value }}|",
      "|",
      { customer: { metafields: { $app: { tier: { value: 1 } } } } },
    ],
    [
      "{{ customer.metafields['$app'].tier.value }}",
      "1",
      { customer: { metafields: { $app: { tier: { value: 1 } } } } },
    ],
  ])("renders %s as %s", (template, expected, scope) => {
    expect(render(template, scope)).toBe(expected);
  });

  it("refuses a filter it does not know", () => {
    expect(() => render("{{ 1 | color_darken: 10 }}")).toThrow(/undefined filter/);
  });
});

describe("money in Liquid", () => {
  it.each<[string, number, number, string]>([
    ["GBP", 1230, 1230, "£12.30"],
    ["EUR", 123_456, 123_456, "€1.234,56"],
    ["JPY", 1230, 123_000, "¥1,230"],
    ["KWD", 12_300, 1230, "12.30 KWD"],
  ])("is hundredths of %s", (currency, minor, inLiquid, text) => {
    expect(hundredths(minor, currency)).toBe(inLiquid);
    expect(moneyFilters(currency).money?.(inLiquid)).toBe(text);
  });
});

describe("a translation", () => {
  it("leaves a value it was not given as it stands", () => {
    expect(translate(translations, "en", "cart.hello", {})).toBe("Hello {{ name }}");
  });
});

describe("the practice theme", () => {
  const { byLocale } = readTranslations(join(import.meta.dirname, "..", "theme", "locales"), "storefront");
  const shape = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shape(inside)]))
      : typeof value;

  it.each(["de", "fr", "es", "ja", "zh-CN"])("has every text in %s", (locale) => {
    expect(shape(byLocale.get(locale))).toEqual(shape(byLocale.get("en")));
  });
});
