import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { count } from "./format.ts";
import { card, link, listPage, table } from "./parts.ts";

/** How much the shop has of each thing, and which tags its customers wear. */
export function homePage(context: PageContext): Page {
  const { deps, texts } = context;
  const { tables } = deps.store;
  const totals = [
    { text: texts.customers, href: "/admin/customers", number: tables.customers.size },
    { text: texts.orders, href: "/admin/orders", number: tables.orders.size },
    { text: texts.segments, href: "/admin/customers/segments", number: tables.segments.size },
    { text: texts.discounts, href: "/admin/discounts", number: tables.discounts.size },
  ].map(
    ({ text, href, number }) =>
      html`<a class="card total" href="${href}"
        ><span>${text}</span><strong>${count(context, number)}</strong></a
      >`,
  );
  const rows = tagCounts(context).map(([tag, number]) => [
    link(`/admin/customers?query=${encodeURIComponent(`tag:${tag}`)}`, tag),
    count(context, number),
  ]);
  return listPage(
    context,
    { title: deps.store.shop.name, section: "home" },
    html`<p class="lead">${texts.readOnly}</p>
      <div class="totals">${totals}</div>`,
    card(
      texts.customerTags,
      table([{ heading: texts.tags }, { heading: texts.customers, kind: "figure" }], rows, texts.nothing),
    ),
  );
}

/** Customers a tag, most first. */
function tagCounts({ deps }: PageContext): [tag: string, customers: number][] {
  const counts = new Map<string, number>();
  for (const customer of deps.store.tables.customers.values())
    for (const tag of customer.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
