import type { Customer } from "../../shop/model.ts";
import { customerTotals } from "../../shop/customer-totals.ts";
import { gid } from "../../shop/gid.ts";
import { type Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { fill } from "../texts.ts";
import { count, country, customerName, dateTime, money, words } from "./format.ts";
import { metafieldsCard } from "./metafields.ts";
import { orderTable } from "./orders.ts";
import { card, facts, link, listPage, paged, table, tags } from "./parts.ts";

/** Customers, last changed first; searched by name, e-mail, id or `tag:…`. */
export function customersPage(context: PageContext): Page {
  const { deps, texts, url } = context;
  const query = (url.searchParams.get("query") ?? "").trim();
  const found = [...deps.store.tables.customers.values()].filter(matching(query));
  found.sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
  const { shown, pager } = paged(context, found);
  const empty = query === "" ? texts.nothing : fill(texts.nothingFound, { query });
  return listPage(
    context,
    { title: texts.customers, section: "customers" },
    card(undefined, customerTable(context, shown, empty), pager),
  );
}

export function customerTable(context: PageContext, customers: readonly Customer[], empty: string): Html {
  const { deps, texts } = context;
  const columns = [
    { heading: texts.customer },
    { heading: texts.tags },
    { heading: texts.country, kind: "minor" as const },
    { heading: texts.ordersCount, kind: "minorFigure" as const },
    { heading: texts.amountSpent, kind: "figure" as const },
  ];
  const rows = customers.map((customer) => {
    const { numberOfOrders, spentMinor } = customerTotals(deps.store, customer.id);
    return [
      link(`/admin/customers/${customer.id}`, customerName(customer)),
      tags(customer.tags),
      country(context, customer.countryCode),
      count(context, numberOfOrders),
      money(context, spentMinor),
    ];
  });
  return table(columns, rows, empty);
}

/** One customer: what Shopify knows of her, her tags, metafields and orders. */
export function customerPage(context: PageContext, id: number): Page | undefined {
  const { deps, texts } = context;
  const { store } = deps;
  const customer = store.get("customers", id);
  if (customer === undefined) return undefined;
  const { numberOfOrders, spentMinor } = customerTotals(store, id);
  const orders = store.ordersOf(id).sort((one, other) => (one.processedAt < other.processedAt ? 1 : -1));
  const about = facts([
    [texts.amountSpent, money(context, spentMinor)],
    [texts.ordersCount, count(context, numberOfOrders)],
    [texts.email, customer.email ?? "–"],
    [texts.country, country(context, customer.countryCode) || "–"],
    [texts.emailMarketing, words(customer.emailMarketing)],
    [texts.customerSince, dateTime(context, customer.createdAt)],
  ]);
  const wornTags =
    customer.tags.length > 0 ? tags(customer.tags) : html`<p class="empty">${texts.nothing}</p>`;
  return listPage(
    context,
    { title: customerName(customer), section: "customers", back: "/admin/customers" },
    card(undefined, about),
    card(texts.tags, wornTags),
    segmentsCard(context, id),
    metafieldsCard(context, gid("Customer", id)),
    card(texts.orders, orderTable(context, orders)),
  );
}

function segmentsCard({ deps, texts }: PageContext, customerId: number): Html {
  const own = [...deps.store.tables.segments.values()].filter(({ id }) => deps.segments.has(id, customerId));
  if (own.length === 0) return card(texts.segments, html`<p class="empty">${texts.nothing}</p>`);
  const links = own.map(({ id, name }) => html`<li>${link(`/admin/customers/segments/${id}`, name)}</li>`);
  return card(
    texts.segments,
    html`<ul class="lines">
      ${links}
    </ul>`,
  );
}

function matching(query: string): (customer: Customer) => boolean {
  const sought = query.toLowerCase();
  const tag = /^tag:(.+)$/.exec(sought)?.[1];
  if (tag !== undefined) return (customer) => customer.tags.some((own) => own.toLowerCase() === tag);
  return (customer) => {
    const { id, firstName, lastName, email, tags: own } = customer;
    return [`${firstName ?? ""} ${lastName ?? ""}`, email ?? "", String(id), ...own].some((text) =>
      text.toLowerCase().includes(sought),
    );
  };
}
