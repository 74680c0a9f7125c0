import { type Request, Router } from "express";
import { z } from "zod";
import { cancelOrder } from "../shop/actions/cancel-order.ts";
import { deleteOrder } from "../shop/actions/delete-order.ts";
import { type OrderInput, placeOrder } from "../shop/actions/place-order.ts";
import type { RefundRequest } from "../shop/actions/plan-refund.ts";
import { refundOrder } from "../shop/actions/refund-order.ts";
import { gid } from "../shop/gid.ts";
import type { Order } from "../shop/model.ts";
import { moneyString, orderTotals } from "../shop/order-money.ts";
import type { ShopStore } from "../shop/store.ts";
import type { ControlDeps } from "./deps.ts";
import { amountIn, idOf, instant, quantity } from "./input.ts";
import { variantFinder } from "./variants.ts";
import { answering, created, found, ok, read, Refusal } from "./reply.ts";

const STATUSES = ["PAID", "PENDING", "AUTHORIZED"] as const;
const REASONS = ["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF"] as const;

const soldLine = z.strictObject({
  sku: z.string().optional(),
  variantId: idOf("ProductVariant").optional(),
  quantity: quantity.default(1),
});

function orderBody(currency: string) {
  return z
    .strictObject({
      customerId: idOf("Customer").nullable().default(null),
      email: z.email().optional(),
      lines: z.array(soldLine).min(1).optional(),
      amount: amountIn(currency).optional(),
      shipping: amountIn(currency).optional(),
      processedAt: instant.optional(),
      financialStatus: z.enum(STATUSES).optional(),
      test: z.boolean().optional(),
    })
    .refine(
      ({ lines, amount }) => (lines === undefined) !== (amount === undefined),
      'give either "lines" ([{sku, quantity}]) or "amount"',
    );
}

function refundBody(currency: string) {
  const line = z.strictObject({
    lineId: idOf("LineItem").optional(),
    sku: z.string().optional(),
    quantity: quantity.default(1),
  });
  return z
    .strictObject({
      amount: amountIn(currency).optional(),
      lines: z.array(line).min(1).optional(),
      note: z.string().nullable().default(null),
    })
    .refine(
      ({ amount, lines }) => amount === undefined || lines === undefined,
      'give "amount" or "lines", not both',
    );
}

type OrderBody = z.infer<ReturnType<typeof orderBody>>;
type RefundBody = z.infer<ReturnType<typeof refundBody>>;

/** What the controls answer of an order. */
function summary(order: Order, currency: string) {
  const totals = orderTotals(order);
  return {
    id: order.id,
    gid: gid("Order", order.id),
    name: order.name,
    customerId: order.customerId,
    total: moneyString(totals.totalMinor, currency),
    refunded: moneyString(totals.refundedMinor, currency),
    currency,
    financialStatus: order.financialStatus,
    processedAt: order.processedAt,
    cancelledAt: order.cancelledAt,
    lines: order.lines.map(({ id, sku, title, quantity: pieces }) => ({ id, sku, title, quantity: pieces })),
  };
}

function soldLines(store: ShopStore, body: OrderBody): OrderInput["lines"] {
  const plain = { discountMinor: 0, taxMinor: 0 };
  if (body.amount !== undefined)
    return [
      {
        ...plain,
        productId: null,
        variantId: null,
        sku: null,
        title: "Custom amount",
        quantity: 1,
        unitPriceMinor: body.amount,
        giftCard: false,
      },
    ];
  const findVariant = variantFinder(store);
  return (body.lines ?? []).map((line) => {
    const { product, variant } = findVariant(line);
    return {
      ...plain,
      productId: product.id,
      variantId: variant.id,
      sku: variant.sku,
      title: product.title,
      quantity: line.quantity,
      unitPriceMinor: variant.priceMinor,
      giftCard: product.giftCard,
    };
  });
}

function orderInput(store: ShopStore, body: OrderBody): OrderInput {
  const { customerId, email, shipping, processedAt, financialStatus, test } = body;
  if (customerId !== null) found(store.get("customers", customerId), `customer ${customerId}`);
  return {
    customerId,
    lines: soldLines(store, body),
    ...(email === undefined ? {} : { email }),
    ...(shipping === undefined ? {} : { shippingMinor: shipping }),
    ...(processedAt === undefined ? {} : { processedAt }),
    ...(financialStatus === undefined ? {} : { financialStatus }),
    ...(test === undefined ? {} : { test }),
  };
}

function refundRequest(order: Order, { amount, lines }: RefundBody): RefundRequest {
  if (amount !== undefined) return { kind: "amount", amountMinor: amount };
  if (lines === undefined) return { kind: "everything" };
  return {
    kind: "lines",
    lines: lines.map(({ lineId, sku, quantity: pieces }) => {
      if (lineId === undefined && sku === undefined)
        throw new Refusal(400, 'each line needs "lineId" or "sku"');
      const line = order.lines.find((sold) => (lineId === undefined ? sold.sku === sku : sold.id === lineId));
      return { lineId: found(line, `line ${lineId ?? sku} on order ${order.name}`).id, quantity: pieces };
    }),
  };
}

/** `/practice/orders`: place, refund, cancel, delete. */
export function orderControls({ store, clock }: ControlDeps): Router {
  const { currencyCode: currency } = store.shop;
  const shapes = { order: orderBody(currency), refund: refundBody(currency) };
  const cancelBody = z.strictObject({ reason: z.enum(REASONS).default("CUSTOMER") });
  const orderIn = (request: Request) => {
    const id = read(idOf("Order"), request.params.id);
    return found(store.get("orders", id), `order ${id}`);
  };
  const router = Router();
  router.post(
    "/",
    answering((request) => {
      const input = orderInput(store, read(shapes.order, request.body));
      return created(summary(placeOrder(store, clock, input), currency));
    }),
  );
  router.post(
    "/:id/refund",
    answering((request) => {
      const order = orderIn(request);
      const body = read(shapes.refund, request.body ?? {});
      const outcome = refundOrder(store, clock, order, refundRequest(order, body), body.note);
      if (!outcome.ok) throw new Refusal(400, outcome.problem);
      return ok({ ...summary(outcome.order, currency), refundId: outcome.refund.id });
    }),
  );
  router.post(
    "/:id/cancel",
    answering((request) => {
      const { reason } = read(cancelBody, request.body ?? {});
      const outcome = cancelOrder(store, clock, orderIn(request), reason);
      if (!outcome.ok) throw new Refusal(409, outcome.problem);
      return ok(summary(outcome.order, currency));
    }),
  );
  router.delete(
    "/:id",
    answering((request) => {
      const order = orderIn(request);
      deleteOrder(store, clock, order);
      return ok({ deleted: order.id });
    }),
  );
  return router;
}
