import { type Html, html } from "./html.ts";
import { icon, type IconName } from "./icons.ts";
import type { FrameDeps, Page, PageContext, Section } from "./page.ts";
import { LOCALES, type Texts, textsOf } from "./texts.ts";

/** Who uses the practice admin. */
export const USER = {
  id: 900_000_001,
  name: "Robin Hale",
  initials: "RH",
  email: "robin@example.com",
} as const;

type Entry = { section: Section; href: string; icon: IconName; text: keyof Texts; under?: Entry[] };

const segments: Entry = {
  section: "segments",
  href: "/admin/customers/segments",
  icon: "customers",
  text: "segments",
};

const MENU: Entry[] = [
  { section: "home", href: "/admin/home", icon: "home", text: "home" },
  { section: "orders", href: "/admin/orders", icon: "orders", text: "orders" },
  { section: "products", href: "/admin/products", icon: "products", text: "products" },
  { section: "customers", href: "/admin/customers", icon: "customers", text: "customers", under: [segments] },
  { section: "discounts", href: "/admin/discounts", icon: "discounts", text: "discounts" },
];

/** A whole document: top bar, menu and the page in it. */
export function document(page: Page, context: PageContext): string {
  const { deps, locale, texts } = context;
  const title = page.layout === "app" ? deps.appTitle : page.title;
  const { markup } = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${deps.store.shop.name}</title>
        <link rel="icon" href="/practice/frame/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/practice/frame/shell.css" />
        <link rel="stylesheet" href="/practice/frame/${page.layout}.css" />
        <script type="module" src="/practice/frame/shell.js"></script>
      </head>
      <body class="${page.layout}">
        <a class="skip" href="#main">${texts.skip}</a>
        ${topBar(context)}
        <div class="body">
          ${menu(page.section, context)}
          <div class="scrim"></div>
          <main id="main" tabindex="-1" aria-label="${title}">${page.content}</main>
        </div>
      </body>
    </html>`;
  return markup;
}

function topBar(context: PageContext): Html {
  const { deps, texts, url } = context;
  const query = url.pathname === "/admin/customers" ? (url.searchParams.get("query") ?? "") : "";
  return html`<header class="top">
    <button type="button" id="menu-open" aria-expanded="false" aria-controls="nav" aria-label="${texts.menu}">
      ${icon("menu")}
    </button>
    <a class="brand" href="/admin/home">${icon("storefront")}<span>${deps.store.shop.name}</span></a>
    <form class="search" role="search" action="/admin/customers">
      ${icon("search")}
      <input
        type="search"
        name="query"
        value="${query}"
        placeholder="${texts.search}"
        aria-label="${texts.search}"
      />
    </form>
    <div id="save-bar" role="region" aria-label="${texts.unsaved}" hidden>
      <span>${icon("alert")}${texts.unsaved}</span>
      <div class="save-bar-buttons"></div>
    </div>
    ${account(context)}
  </header>`;
}

function account({ locale, texts, url }: PageContext): Html {
  const languages = LOCALES.map((other) => {
    const target = new URL(url);
    target.searchParams.set("locale", other);
    const current = other === locale ? html`aria-current="true"` : undefined;
    const { languageName } = textsOf(other);
    return html`<li>
      <a href="${target.pathname + target.search}" lang="${other}" ${current}>${languageName}</a>
    </li>`;
  });
  return html`<details class="account">
    <summary>
      <span class="user-name">${USER.name}</span
      ><span class="avatar" aria-hidden="true">${USER.initials}</span>
    </summary>
    <div class="account-menu">
      <p class="account-who"><strong>${USER.name}</strong><br />${USER.email}</p>
      <ul>
        <li><a href="/" target="_blank">${icon("storefront")}${texts.storefront}</a></li>
        <li><a href="/admin/practice">${icon("practice")}${texts.practice}</a></li>
      </ul>
      <p class="account-heading" id="language">${texts.language}</p>
      <ul aria-labelledby="language">
        ${languages}
      </ul>
    </div>
  </details>`;
}

function menu(section: Section, context: PageContext): Html {
  const { deps, texts } = context;
  const current = (other: Section) => (other === section ? html`aria-current="page"` : undefined);
  const link = ({ section: own, href, icon: name, text }: Entry) =>
    html`<a href="${href}" ${current(own)}>${icon(name)}${texts[text]}</a>`;
  const entry = (own: Entry): Html => {
    const open = [own, ...(own.under ?? [])].some((one) => one.section === section);
    const under = open ? (own.under ?? []) : [];
    const nested = under.map(
      (one) => html`<li><a href="${one.href}" ${current(one.section)}>${texts[one.text]}</a></li>`,
    );
    return html`<li>
      ${link(own)}${
        nested.length > 0
          ? html`<ul>
              ${nested}
            </ul>`
          : undefined
      }
    </li>`;
  };
  return html`<nav id="nav" aria-label="${texts.menu}">
    <ul>
      ${MENU.map(entry)}
    </ul>
    <p class="nav-heading" id="apps">${texts.apps}</p>
    <ul aria-labelledby="apps">
      <li>
        <a id="app-link" href="/admin/apps/${deps.appHandle}" ${current("app")}>
          ${appIcon(deps)}${deps.appTitle}
        </a>
        <ul id="app-menu" hidden></ul>
      </li>
    </ul>
    <ul class="nav-end">
      ${entry({ section: "settings", href: "/admin/settings", icon: "settings", text: "settings" })}
    </ul>
  </nav>`;
}

/** The app's own icon; a plain square where it has none. */
export function appIcon({ appUrl }: FrameDeps): Html {
  return html`<span
    class="app-icon"
    style="background-image: url(${new URL("/favicon.svg", appUrl).href})"
  ></span>`;
}
