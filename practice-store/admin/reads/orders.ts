import type { Order } from "../../shop/model.ts";
import { orderTotals } from "../../shop/order-money.ts";
import { gid } from "../../shop/gid.ts";
import { connection, type PageArgs } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import { lineNode } from "./lines.ts";
import type { RecordList } from "./listing.ts";
import { metafieldFields } from "./metafields.ts";
import { moneyBag } from "./money.ts";
import { refundNode } from "./refunds.ts";
import { identity, instant } from "./values.ts";

/** Whether the caller may see this order: without read_all_orders only the last 60 days. */
export function isVisible(order: Order, { ordersSince }: AdminContext): boolean {
  return ordersSince === null || order.createdAt >= ordersSince;
}

/** All orders that the caller may see. */
export function visibleOrders(ctx: AdminContext): Order[] {
  const orders = [...ctx.store.tables.orders.values()];
  return ctx.ordersSince === null ? orders : orders.filter((order) => isVisible(order, ctx));
}

function moneyFields(order: Order, ctx: AdminContext): Record<string, () => Node> {
  let cached: ReturnType<typeof orderTotals> | undefined;
  const totals = () => (cached ??= orderTotals(order));
  const bag = (pick: (sums: ReturnType<typeof orderTotals>) => number) => () => moneyBag(pick(totals()), ctx);
  return {
    subtotalPriceSet: bag((sums) => sums.subtotalMinor),
    totalDiscountsSet: bag((sums) => sums.discountMinor),
    totalShippingPriceSet: bag((sums) => sums.shippingMinor),
    totalTaxSet: bag((sums) => sums.taxMinor),
    totalPriceSet: bag((sums) => sums.totalMinor),
    originalTotalPriceSet: bag((sums) => sums.totalMinor),
    totalRefundedSet: bag((sums) => sums.refundedMinor),
    totalRefundedShippingSet: bag((sums) => sums.refundedShippingMinor),
    currentSubtotalPriceSet: bag((sums) => sums.currentSubtotalMinor),
    currentTotalTaxSet: bag((sums) => sums.currentTaxMinor),
    currentTotalPriceSet: bag((sums) => sums.currentTotalMinor),
    netPaymentSet: bag((sums) => sums.netPaymentMinor),
  };
}

function countryNode(countryCode: string): Node {
  return { __typename: "MailingAddress", countryCodeV2: countryCode };
}

/** An order as the Admin API shows it. Every amount is a MoneyBag in the shop's currency. */
export function orderNode(order: Order, ctx: AdminContext): Node {
  const { currencyCode } = ctx.store.shop;
  const { countryCode } = order;
  return {
    ...identity("Order", order.id),
    ...metafieldFields(gid("Order", order.id), ctx),
    name: order.name,
    number: order.number,
    email: order.email,
    sourceName: order.sourceName,
    test: order.test,
    currencyCode,
    presentmentCurrencyCode: currencyCode,
    taxesIncluded: order.taxesIncluded,
    createdAt: instant(order.createdAt),
    processedAt: instant(order.processedAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: order.cancelledAt === null ? null : instant(order.cancelledAt),
    cancelReason: order.cancelReason,
    displayFinancialStatus: order.financialStatus,
    discountCode: order.discountCodes[0] ?? null,
    discountCodes: order.discountCodes,
    subtotalLineItemsQuantity: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    ...moneyFields(order, ctx),
    shippingAddress: () => (countryCode === null ? null : countryNode(countryCode)),
    customer: () => {
      const customer = order.customerId === null ? undefined : ctx.store.get("customers", order.customerId);
      return customer === undefined ? null : ctx.nodes.customer(customer, ctx);
    },
    lineItems: (args: PageArgs & { reverse?: boolean | null }) => {
      const reverse = args.reverse ?? false;
      return connection(
        {
          type: "LineItem",
          items: reverse ? order.lines.toReversed() : order.lines,
          reverse,
          position: ({ id }) => ({ id, value: order.lines.findIndex((line) => line.id === id) }),
          node: (line) => lineNode(line, order, ctx),
        },
        args,
      );
    },
    refunds: ({ first = null }: { first?: number | null }) =>
      order.refunds.slice(0, first ?? undefined).map((refund) => refundNode(refund, order, ctx)),
  };
}

export const orderList: RecordList<Order> = {
  type: "Order",
  path: "orders",
  sortKeys: {
    CREATED_AT: ({ createdAt }) => createdAt,
    PROCESSED_AT: ({ processedAt }) => processedAt,
    UPDATED_AT: ({ updatedAt }) => updatedAt,
    ORDER_NUMBER: ({ number }) => number,
    TOTAL_PRICE: (order) => orderTotals(order).totalMinor,
    CURRENT_TOTAL_PRICE: (order) => orderTotals(order).currentTotalMinor,
    FINANCIAL_STATUS: ({ financialStatus }) => financialStatus,
  },
  search: {
    fields: {
      id: { kind: "id", read: ({ id }) => id },
      name: { kind: "text", read: ({ name }) => [name, name.replace(/^#/, "")] },
      customer_id: { kind: "id", read: ({ customerId }) => customerId },
      email: { kind: "text", read: ({ email }) => (email === null ? [] : [email]) },
      created_at: { kind: "time", read: ({ createdAt }) => createdAt },
      processed_at: { kind: "time", read: ({ processedAt }) => processedAt },
      updated_at: { kind: "time", read: ({ updatedAt }) => updatedAt },
      financial_status: { kind: "text", read: ({ financialStatus }) => [financialStatus] },
      status: { kind: "text", read: ({ cancelledAt }) => [cancelledAt === null ? "open" : "cancelled"] },
      test: { kind: "boolean", read: ({ test }) => test },
      source_name: { kind: "text", read: ({ sourceName }) => [sourceName] },
      discount_code: { kind: "text", read: ({ discountCodes }) => discountCodes },
      sku: { kind: "text", read: ({ lines }) => lines.flatMap(({ sku }) => sku ?? []) },
    },
    fallback: ({ name, email }) => [name, email],
  },
  node: orderNode,
};
