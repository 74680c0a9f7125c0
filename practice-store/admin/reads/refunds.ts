import type { Order, Refund, RefundLine } from "../../shop/model.ts";
import { gid } from "../../shop/gid.ts";
import { connection, type PageArgs } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import { lineNode } from "./lines.ts";
import { moneyBag } from "./money.ts";
import { identity, instant } from "./values.ts";

function refundedMinor({ lines, shippingMinor, adjustmentMinor }: Refund, taxesIncluded: boolean): number {
  const ofLines = lines.reduce(
    (sum, { subtotalMinor, taxMinor }) => sum + subtotalMinor + (taxesIncluded ? 0 : taxMinor),
    0,
  );
  return ofLines + shippingMinor + adjustmentMinor;
}

function refundLineNode(line: RefundLine, order: Order, ctx: AdminContext): Node {
  return {
    __typename: "RefundLineItem",
    id: gid("RefundLineItem", line.lineId),
    quantity: line.quantity,
    subtotalSet: () => moneyBag(line.subtotalMinor, ctx),
    totalTaxSet: () => moneyBag(line.taxMinor, ctx),
    lineItem: () => {
      const sold = order.lines.find(({ id }) => id === line.lineId);
      return sold === undefined ? null : lineNode(sold, order, ctx);
    },
  };
}

function adjustments({ id, adjustmentMinor }: Refund, ctx: AdminContext) {
  if (adjustmentMinor === 0) return [];
  const node: Node = {
    __typename: "OrderAdjustment",
    id: gid("OrderAdjustment", id),
    reason: "REFUND_DISCREPANCY",
    // Shopify's sign: money given back beyond the refunded lines is negative.
    amountSet: () => moneyBag(-adjustmentMinor, ctx),
    taxAmountSet: () => moneyBag(0, ctx),
  };
  return [{ id, node }];
}

export function refundNode(refund: Refund, order: Order, ctx: AdminContext): Node {
  const lines = refund.lines.map((line) => ({ id: line.lineId, line }));
  return {
    ...identity("Refund", refund.id),
    createdAt: instant(refund.createdAt),
    processedAt: instant(refund.createdAt),
    updatedAt: instant(refund.createdAt),
    note: refund.note,
    order: () => ctx.nodes.order(order, ctx),
    totalRefundedSet: () => moneyBag(refundedMinor(refund, order.taxesIncluded), ctx),
    refundLineItems: (args: PageArgs) =>
      connection(
        {
          type: "RefundLineItem",
          items: lines,
          position: ({ id }) => ({ id, value: id }),
          node: ({ line }) => refundLineNode(line, order, ctx),
        },
        args,
      ),
    orderAdjustments: (args: PageArgs) =>
      connection(
        {
          type: "OrderAdjustment",
          items: adjustments(refund, ctx),
          position: ({ id }) => ({ id, value: id }),
          node: ({ node }) => node,
        },
        args,
      ),
  };
}
