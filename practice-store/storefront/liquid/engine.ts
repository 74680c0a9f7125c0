import { type Context, Liquid } from "liquidjs";
import { namedDate } from "./dates.ts";
import { moneyFilters } from "./money.ts";
import { registerTags } from "./tags.ts";
import { type Translations, translate } from "./translations.ts";

/** What a theme or an extension brings, and what the shop says of money and time. */
export type LiquidSource = {
  /** Folders in which templates and snippets are looked up. */
  roots: string[];
  translations: Translations;
  assetUrl: (file: string) => string;
  currency: string;
  timeZone: string;
};

/** Shopify's Liquid as far as themes and blocks here use it; an unknown filter is an error. */
export function createLiquid(source: LiquidSource): Liquid {
  const liquid = new Liquid({
    root: source.roots,
    extname: ".liquid",
    strictFilters: true,
    ownPropertyOnly: true,
    timezoneOffset: source.timeZone,
  });
  registerTags(liquid);
  for (const [name, filter] of Object.entries(moneyFilters(source.currency))) {
    liquid.registerFilter(name, filter);
  }
  const t = translateFilter(source.translations);
  liquid.registerFilter("t", t);
  liquid.registerFilter("translate", t);
  liquid.registerFilter("date", dateFilter(source.timeZone));
  liquid.registerFilter("divided_by", dividedBy);
  liquid.registerFilter("asset_url", (file: unknown) => source.assetUrl(String(file)));
  liquid.registerFilter(
    "stylesheet_tag",
    (url: unknown) => `<link href="${String(url)}" rel="stylesheet" type="text/css" media="all" />`,
  );
  return liquid;
}

/** Renders a template file; what is global is seen in snippets too. */
export function renderFile(liquid: Liquid, file: string, scope: object, globals: object): string {
  const html: unknown = liquid.renderFileSync(file, scope, { globals });
  return String(html);
}

/** Whole numbers are divided without remainder, as in Ruby; LiquidJS would give a fraction. */
function dividedBy(value: unknown, by: unknown): number {
  const quotient = Number(value) / Number(by);
  return Number.isInteger(Number(value)) && Number.isInteger(Number(by)) ? Math.floor(quotient) : quotient;
}

type FilterCall = { context: Context };
type Filter = (this: FilterCall, value: unknown, ...args: unknown[]) => unknown;

function localeOf(call: FilterCall): string {
  const locale: unknown = call.context.getSync(["request", "locale", "iso_code"]);
  return typeof locale === "string" ? locale : "en";
}

/** LiquidJS hands named arguments over as pairs. */
function named(args: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    args.flatMap((arg): [string, unknown][] => (Array.isArray(arg) ? [[String(arg[0]), arg[1]]] : [])),
  );
}

function translateFilter(translations: Translations): Filter {
  return function (key, ...args) {
    return translate(translations, localeOf(this), String(key), named(args));
  };
}

/** Named formats follow the reader's language; other formats are strftime's, as LiquidJS knows them. */
function dateFilter(timeZone: string): Filter {
  const strftime = new Liquid({ timezoneOffset: timeZone });
  return function (value, ...args) {
    const { format } = named(args);
    if (typeof format === "string") return namedDate(value, format, localeOf(this), timeZone);
    const text: unknown = strftime.parseAndRenderSync("{{ value | date: format }}", {
      value,
      format: args[0],
    });
    return text;
  };
}
