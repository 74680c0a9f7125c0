import type { FinancialStatus, Order } from "../../shop/model.ts";
import { lineSubtotalMinor, orderTotals } from "../../shop/order-money.ts";
import { gid } from "../../shop/gid.ts";
import { type Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { count, customerName, dateTime, money, words } from "./format.ts";
import { metafieldsCard } from "./metafields.ts";
import { badge, card, facts, link, listPage, paged, table, type Tone } from "./parts.ts";

const TONES: Record<FinancialStatus, Tone> = {
  PAID: "quiet",
  PENDING: "attention",
  AUTHORIZED: "attention",
  PARTIALLY_PAID: "attention",
  PARTIALLY_REFUNDED: "quiet",
  REFUNDED: "quiet",
  VOIDED: "quiet",
  EXPIRED: "attention",
};

/** Orders, newest first. */
export function ordersPage(context: PageContext): Page {
  const { deps, texts } = context;
  const orders = [...deps.store.tables.orders.values()];
  orders.sort((one, other) => (one.processedAt < other.processedAt ? 1 : -1));
  const { shown, pager } = paged(context, orders);
  return listPage(
    context,
    { title: texts.orders, section: "orders" },
    card(undefined, orderTable(context, shown), pager),
  );
}

export function orderTable(context: PageContext, orders: readonly Order[]): Html {
  const { texts } = context;
  const columns = [
    { heading: texts.order },
    { heading: texts.date, kind: "minor" as const },
    { heading: texts.customer },
    { heading: texts.payment, kind: "minor" as const },
    { heading: texts.items, kind: "minorFigure" as const },
    { heading: texts.total, kind: "figure" as const },
  ];
  const rows = orders.map((order) => [
    link(`/admin/orders/${order.id}`, order.name),
    dateTime(context, order.processedAt),
    buyer(context, order),
    marks(context, order),
    count(
      context,
      order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    ),
    money(context, orderTotals(order).totalMinor),
  ]);
  return table(columns, rows, texts.nothing);
}

/** One order: lines, money as Shopify adds it up, refunds. */
export function orderPage(context: PageContext, id: number): Page | undefined {
  const { deps, texts } = context;
  const order = deps.store.get("orders", id);
  if (order === undefined) return undefined;
  const columns = [
    { heading: texts.product },
    { heading: texts.price, kind: "minorFigure" as const },
    { heading: texts.quantity, kind: "figure" as const },
    { heading: texts.discount, kind: "minorFigure" as const },
    { heading: texts.total, kind: "figure" as const },
  ];
  const lines = order.lines.map((line) => [
    line.productId === null ? line.title : link(`/admin/products/${line.productId}`, line.title),
    money(context, line.unitPriceMinor),
    count(context, line.quantity),
    line.discountMinor === 0 ? "–" : money(context, -line.discountMinor),
    money(context, lineSubtotalMinor(line)),
  ]);
  return listPage(
    context,
    { title: order.name, section: "orders", back: "/admin/orders" },
    card(
      undefined,
      facts([
        [texts.customer, buyer(context, order)],
        [texts.date, dateTime(context, order.processedAt)],
        [texts.payment, marks(context, order)],
      ]),
    ),
    card(texts.items, table(columns, lines, texts.nothing)),
    card(texts.total, sums(context, order)),
    metafieldsCard(context, gid("Order", id)),
  );
}

function sums(context: PageContext, order: Order): Html {
  const { texts } = context;
  const totals = orderTotals(order);
  return facts([
    [texts.subtotal, money(context, totals.subtotalMinor)],
    [texts.shipping, money(context, totals.shippingMinor)],
    [order.taxesIncluded ? texts.taxIncluded : texts.tax, money(context, totals.taxMinor)],
    [texts.total, money(context, totals.totalMinor)],
    [texts.refunded, money(context, totals.refundedMinor === 0 ? 0 : -totals.refundedMinor)],
    [texts.net, money(context, totals.netPaymentMinor)],
  ]);
}

function buyer({ deps, texts }: PageContext, { customerId }: Order): Html | string {
  const customer = customerId === null ? undefined : deps.store.get("customers", customerId);
  return customer === undefined
    ? texts.guest
    : link(`/admin/customers/${customer.id}`, customerName(customer));
}

function marks({ texts }: PageContext, { financialStatus, cancelledAt, test }: Order): Html {
  return html`<span class="tags">
    ${badge(words(financialStatus), TONES[financialStatus])}
    ${cancelledAt === null ? undefined : badge(texts.cancelled, "attention")}
    ${test ? badge(texts.test, "attention") : undefined}
  </span>`;
}
