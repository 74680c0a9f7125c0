import { join } from "node:path";
import type { Liquid } from "liquidjs";
import type { Collection } from "../shop/model.ts";
import { readThemeExtensions } from "./blocks/extension.ts";
import { blockType, renderBlock, type RenderedBlock } from "./blocks/render.ts";
import { placedBlocks, readTemplate, type TemplateName, withBlock } from "./blocks/theme-files.ts";
import { liquidCustomer } from "./customer.ts";
import { createLiquid, renderFile } from "./liquid/engine.ts";
import { readTranslations, translate } from "./liquid/translations.ts";
import { cartView } from "./views.ts";
import type { StorefrontDeps, Visit } from "./visit.ts";

const LOCALES = ["en", "de", "fr", "es", "ja", "zh-CN"];
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);
const THEME_DIR = join(import.meta.dirname, "theme");
const MENU_LENGTH = 5;

const ROUTES = {
  root_url: "/",
  account_url: "/account",
  account_login_url: "/account/login",
  account_logout_url: "/logout",
  account_register_url: "/account/login",
  storefront_login_url: "/account/login",
  collections_url: "/collections",
  all_products_collection_url: "/collections/all",
  search_url: "/search",
  cart_url: "/cart",
  cart_add_url: "/cart/add",
  cart_change_url: "/cart/change",
  cart_clear_url: "/cart/clear",
  cart_discount_url: "/cart/discount",
  checkout_url: "/checkout",
};

/** A page to render: the theme's template, its own objects, and where app blocks may stand on it. */
export type Page = {
  template: string;
  title: string;
  scope?: object;
  blocks?: readonly TemplateName[];
};

/** Renders pages of the practice theme with the app blocks that the merchant put on them. */
export class PageRenderer {
  readonly #deps: StorefrontDeps;
  readonly #menu: () => readonly Collection[];
  readonly #theme: Liquid;
  readonly #translations = readTranslations(join(THEME_DIR, "locales"), "storefront");

  constructor(deps: StorefrontDeps, menu: () => readonly Collection[]) {
    const { currencyCode, ianaTimezone } = deps.store.shop;
    this.#deps = deps;
    this.#menu = menu;
    this.#theme = createLiquid({
      roots: ["layout", "templates", "snippets"].map((folder) => join(THEME_DIR, folder)),
      translations: this.#translations,
      assetUrl: (file) => `/cdn/shop/assets/${file}`,
      currency: currencyCode,
      timeZone: ianaTimezone,
    });
  }

  render(visit: Visit, page: Page): string {
    const globals = this.#globals(visit, page, null);
    const blocks = this.#blocks(visit, page);
    const scope = { ...page.scope, app_blocks: blocks.map(({ html }) => html).join("\n") };
    const stylesheets = new Set(blocks.flatMap((block) => block.stylesheets));
    return renderFile(
      this.#theme,
      "theme",
      {
        page_title: page.title,
        template: page.template,
        content_for_layout: renderFile(this.#theme, page.template, scope, globals),
        content_for_header: [...stylesheets]
          .map((url) => `<link rel="stylesheet" href="${url}" media="all">`)
          .join("\n"),
      },
      { ...globals, ...page.scope },
    );
  }

  /** A text of the theme in the visit's language. */
  say(visit: Visit, key: string, values: Record<string, unknown> = {}): string {
    return translate(this.#translations, visit.locale, key, values);
  }

  #globals(visit: Visit, page: Page, appId: number | null): object {
    const { store } = this.#deps;
    const { shop } = store;
    const languages = LOCALES.map((iso_code) => ({ iso_code, endonym_name: endonym(iso_code) }));
    return {
      shop: {
        name: shop.name,
        currency: shop.currencyCode,
        domain: shop.myshopifyDomain,
        permanent_domain: shop.myshopifyDomain,
        taxes_included: shop.taxesIncluded,
      },
      customer: visit.customer === null ? null : liquidCustomer(store, visit.customer, appId),
      cart: cartView(visit.quote, visit.cart, shop.currencyCode),
      request: {
        locale: {
          iso_code: visit.locale,
          direction: RIGHT_TO_LEFT.has(visit.locale.slice(0, 2)) ? "rtl" : "ltr",
        },
        path: visit.path,
        page_type: page.template,
        design_mode: visit.editor !== null,
      },
      localization: {
        available_languages: languages,
        language: { iso_code: visit.locale, endonym_name: endonym(visit.locale) },
        country: { iso_code: shop.countryCode, currency: { iso_code: shop.currencyCode } },
      },
      routes: ROUTES,
      menu: this.#menu()
        .slice(0, MENU_LENGTH)
        .map(({ title, handle }) => ({ title, url: `/collections/${handle}` })),
    };
  }

  /** Blocks of the first of the page's templates that has any. */
  #blocks(visit: Visit, page: Page): RenderedBlock[] {
    const { store, dir, extensionsDir } = this.#deps;
    const app = this.#deps.app();
    if (app === null) return [];
    const extensions = readThemeExtensions(extensionsDir);
    const adding = extensions
      .flatMap((extension) => extension.blocks.map((block) => ({ extension, block })))
      .find(({ block }) => block.handle === visit.editor?.adding);
    const templates = (page.blocks ?? []).map((name, index) => {
      const saved = readTemplate(dir, name);
      return adding === undefined || index > 0
        ? saved
        : withBlock(saved, blockType(app.handle, adding.extension, adding.block), 0);
    });
    const placed = templates.map(placedBlocks).find((blocks) => blocks.length > 0) ?? [];
    const globals = this.#globals(visit, page, app.appId);
    return placed.flatMap(
      (block) =>
        renderBlock(block, extensions, globals, {
          currency: store.shop.currencyCode,
          timeZone: store.shop.ianaTimezone,
          assetUrl: (extension, file) => `/cdn/extensions/${extension.handle}/assets/${file}`,
          designMode: visit.editor !== null,
        }) ?? [],
    );
  }
}

function endonym(locale: string): string {
  return new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
}
