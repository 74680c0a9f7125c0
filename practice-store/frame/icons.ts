import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Html, html } from "./html.ts";

/** Our names for the icons in use, and Shopify's. */
const ICONS = {
  home: "HomeFilledIcon",
  orders: "OrderFilledIcon",
  products: "ProductFilledIcon",
  customers: "PersonFilledIcon",
  discounts: "DiscountFilledIcon",
  settings: "SettingsFilledIcon",
  storefront: "StoreOnlineIcon",
  practice: "WrenchIcon",
  search: "SearchIcon",
  menu: "MenuIcon",
  close: "XIcon",
  back: "ArrowLeftIcon",
  down: "ChevronDownIcon",
  left: "ChevronLeftIcon",
  right: "ChevronRightIcon",
  alert: "AlertCircleIcon",
} as const;

export type IconName = keyof typeof ICONS;

/** All icons in one file, each a symbol by its name. */
export function iconSprite(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve("@shopify/polaris-icons")), "svg");
  const symbols = Object.entries(ICONS).map(([name, file]) => {
    const svg = readFileSync(join(folder, `${file}.svg`), "utf8");
    return svg
      .replace(/^<svg [^>]*>/, `<symbol id="${name}" viewBox="0 0 20 20">`)
      .replace(/<\/svg>\s*$/, "</symbol>");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

/** An icon beside a text that says the same. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" aria-hidden="true">
    <use href="/practice/frame/icons.svg#${name}"></use>
  </svg>`;
}
