import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { card, facts, listPage, table } from "./parts.ts";

/** What the shop is, and which metafields have a definition. */
export function settingsPage(context: PageContext): Page {
  const { deps, texts } = context;
  const { shop, tables } = deps.store;
  const columns = [
    { heading: texts.name },
    { heading: texts.owner },
    { heading: texts.type, kind: "minor" as const },
    { heading: texts.storefrontAccess, kind: "minor" as const },
  ];
  const rows = [...tables.metafieldDefinitions.values()].map(
    ({ name, namespace, key, ownerType, type, access }) => [
      html`${name}<br /><code>${namespace}.${key}</code>`,
      ownerType,
      type,
      access.storefront ?? "–",
    ],
  );
  return listPage(
    context,
    { title: texts.settings, section: "settings" },
    card(
      texts.shop,
      facts([
        [texts.name, shop.name],
        [texts.domain, shop.myshopifyDomain],
        [texts.currency, shop.currencyCode],
        [texts.timeZone, shop.ianaTimezone],
        [texts.email, shop.email],
      ]),
    ),
    card(texts.metafieldDefinitions, table(columns, rows, texts.nothing)),
  );
}
