import { beforeEach, describe, expect, it } from "vitest";
import { customerTotals } from "../customer-totals.ts";
import { EXAMPLE_NOW, exampleShop } from "../example-shop.ts";
import type { Order } from "../model.ts";
import { orderTotals } from "../order-money.ts";
import type { ShopEvent, ShopStore } from "../store.ts";
import { cancelOrder } from "./cancel-order.ts";
import { createCustomer, deleteCustomer, updateCustomer } from "./customers.ts";
import { deleteOrder } from "./delete-order.ts";
import { mergeCustomers } from "./merge-customers.ts";
import { type OrderInput, placeOrder } from "./place-order.ts";
import { refundOrder } from "./refund-order.ts";
import { setTags } from "./tags.ts";

const clock = () => new Date(EXAMPLE_NOW);

let store: ShopStore;
let events: ShopEvent[];

beforeEach(() => {
  store = exampleShop();
  events = [];
  store.changes.on("event", (event) => events.push(event));
});

const topics = () => events.map(({ topic }) => topic);

function line(cells: Partial<OrderInput["lines"][number]> = {}): OrderInput["lines"][number] {
  return {
    productId: 501,
    variantId: 601,
    sku: "MUG",
    title: "Mug",
    quantity: 3,
    unitPriceMinor: 1000,
    discountMinor: 0,
    taxMinor: 500,
    giftCard: false,
    ...cells,
  };
}

/** Ada's order of 35.00: three mugs and shipping. */
function adasOrder(cells: Partial<OrderInput> = {}): Order {
  const order = placeOrder(store, clock, { customerId: 101, lines: [line()], shippingMinor: 500, ...cells });
  events = [];
  return order;
}

function customerOf(id: number) {
  const customer = store.get("customers", id);
  if (customer === undefined) throw new Error(`no customer ${id}`);
  return customer;
}

describe("placing an order", () => {
  it("stores it under the next number and tells apps with one event id", () => {
    adasOrder();
    const order = placeOrder(store, clock, { customerId: 101, lines: [line()] });
    expect(order).toMatchObject({ name: "#1002", financialStatus: "PAID", email: "ada@example.com" });
    expect(store.get("orders", order.id)).toEqual(order);
    expect(topics()).toEqual(["orders/create", "orders/updated", "customers/purchasing_summary"]);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(1);
    expect(customerTotals(store, 101)).toMatchObject({ numberOfOrders: 2, spentMinor: 6500 });
  });

  it("tells of no customer for a guest's", () => {
    placeOrder(store, clock, { customerId: null, email: "guest@example.com", lines: [line()] });
    expect(topics()).toEqual(["orders/create", "orders/updated"]);
  });

  it("counts a test order in nobody's totals", () => {
    adasOrder({ test: true });
    expect(customerTotals(store, 101)).toEqual({ numberOfOrders: 0, spentMinor: 0, lastOrderId: null });
  });
});

describe("refunding an order", () => {
  it.each([
    ["an amount", { kind: "amount", amountMinor: 700 }, "PARTIALLY_REFUNDED", 2800],
    ["the whole amount", { kind: "amount", amountMinor: 3500 }, "REFUNDED", 0],
    ["everything", { kind: "everything" }, "REFUNDED", 0],
  ] as const)("gives %s back", (_what, request, financialStatus, leftMinor) => {
    const order = adasOrder();
    const outcome = refundOrder(store, clock, order, request);
    expect(outcome.ok).toBe(true);
    const refunded = store.get("orders", order.id);
    expect(refunded?.financialStatus).toBe(financialStatus);
    expect(refunded && orderTotals(refunded).netPaymentMinor).toBe(leftMinor);
    expect(topics()).toEqual(["refunds/create", "orders/updated", "customers/purchasing_summary"]);
  });

  it("gives lines back one by one until the line is whole again, tax and rounding included", () => {
    let order = adasOrder({ lines: [line({ discountMinor: 1, taxMinor: 100 })], shippingMinor: 0 });
    const lineId = order.lines[0]?.id ?? 0;
    for (let piece = 0; piece < 3; piece += 1) {
      const outcome = refundOrder(store, clock, order, { kind: "lines", lines: [{ lineId, quantity: 1 }] });
      if (!outcome.ok) throw new Error(outcome.problem);
      order = outcome.order;
    }
    expect(orderTotals(order)).toMatchObject({ currentSubtotalMinor: 0, currentTaxMinor: 0 });
    expect(order.financialStatus).toBe("REFUNDED");
  });

  it("gives all that is left after a refund by amount, and no more", () => {
    const first = refundOrder(store, clock, adasOrder(), { kind: "amount", amountMinor: 1000 });
    if (!first.ok) throw new Error(first.problem);
    const second = refundOrder(store, clock, first.order, { kind: "everything" });
    if (!second.ok) throw new Error(second.problem);
    expect(orderTotals(second.order)).toMatchObject({ refundedMinor: 3500, netPaymentMinor: 0 });
  });

  it.each([
    ["more than was paid", {}, { kind: "amount", amountMinor: 3501 }, /only 35.00 GBP/],
    ["an order that is not paid", { financialStatus: "PENDING" }, { kind: "everything" }, /PENDING/],
    ["a line that is not there", {}, { kind: "lines", lines: [{ lineId: 1, quantity: 1 }] }, /no line 1/],
  ] as const)("refuses %s and changes nothing", (_what, cells, request, problem) => {
    const order = adasOrder(cells);
    const wanted = request.kind === "lines" ? { kind: request.kind, lines: [...request.lines] } : request;
    const outcome = refundOrder(store, clock, order, wanted);
    expect(outcome.ok ? "" : outcome.problem).toMatch(problem);
    expect(store.get("orders", order.id)).toEqual(order);
    expect(events).toEqual([]);
  });

  it("refuses more pieces of a line than were bought", () => {
    const order = adasOrder();
    const lineId = order.lines[0]?.id ?? 0;
    const twice = [
      { lineId, quantity: 2 },
      { lineId, quantity: 2 },
    ];
    expect(refundOrder(store, clock, order, { kind: "lines", lines: twice })).toEqual({
      ok: false,
      problem: 'only 1 of "Mug" can still be refunded',
    });
  });
});

describe("cancelling an order", () => {
  it("gives back what was paid and tells of both", () => {
    const outcome = cancelOrder(store, clock, adasOrder(), "CUSTOMER");
    expect(outcome).toMatchObject({
      ok: true,
      order: { cancelledAt: EXAMPLE_NOW, cancelReason: "CUSTOMER", financialStatus: "REFUNDED" },
    });
    expect(topics()).toEqual([
      "refunds/create",
      "orders/cancelled",
      "orders/updated",
      "customers/purchasing_summary",
    ]);
    expect(customerTotals(store, 101).spentMinor).toBe(0);
  });

  it("voids an order that was not paid", () => {
    const outcome = cancelOrder(store, clock, adasOrder({ financialStatus: "PENDING" }), "INVENTORY");
    expect(outcome).toMatchObject({ ok: true, order: { financialStatus: "VOIDED", refunds: [] } });
    expect(topics()).not.toContain("refunds/create");
  });

  it("happens once", () => {
    const first = cancelOrder(store, clock, adasOrder(), "CUSTOMER");
    if (!first.ok) throw new Error(first.problem);
    expect(cancelOrder(store, clock, first.order, "CUSTOMER").ok).toBe(false);
  });
});

it("deletes an order and leaves apps its id", () => {
  const order = adasOrder();
  deleteOrder(store, clock, order);
  expect(store.get("orders", order.id)).toBeUndefined();
  expect(topics()).toEqual(["orders/delete", "customers/purchasing_summary"]);
  expect(events[0]?.payload()).toEqual({ id: order.id });
});

describe("tags", () => {
  it("tells what came and what went, and nothing of the customer", () => {
    setTags(store, clock, 101, ["vip", "tier:silver", "new"]);
    expect(events.map(({ topic, payload }) => [topic, payload()])).toEqual([
      [
        "customer.tags_added",
        { customerId: "gid://shopify/Customer/101", tags: ["tier:silver", "new"], occurredAt: EXAMPLE_NOW },
      ],
      [
        "customer.tags_removed",
        { customerId: "gid://shopify/Customer/101", tags: ["tier:gold"], occurredAt: EXAMPLE_NOW },
      ],
    ]);
    expect(customerOf(101)).toMatchObject({ tags: ["vip", "tier:silver", "new"], updatedAt: EXAMPLE_NOW });
  });

  it("stays silent where nothing changes", () => {
    const before = customerOf(101);
    setTags(store, clock, 101, ["tier:gold", "vip"]);
    expect(events).toEqual([]);
    expect(customerOf(101)).toBe(before);
  });
});

describe("customers", () => {
  it("come with their tags by a topic of its own", () => {
    const customer = createCustomer(store, clock, { email: "new@example.com", tags: ["vip"] });
    updateCustomer(store, clock, customer, { note: "called", tags: [] });
    expect(topics()).toEqual([
      "customers/create",
      "customer.tags_added",
      "customers/update",
      "customer.tags_removed",
    ]);
  });

  it("are not deleted while they have orders", () => {
    adasOrder();
    expect(deleteCustomer(store, clock, customerOf(101)).ok).toBe(false);
    expect(deleteCustomer(store, clock, customerOf(102)).ok).toBe(true);
    expect(topics()).toEqual(["customers/delete"]);
  });
});

describe("merging customers", () => {
  function metafield(id: number, ownerId: number, key: string, value: string) {
    store.load("metafields", {
      id,
      ownerGid: store.customerGid(ownerId),
      namespace: "app--1",
      key,
      type: "single_line_text_field",
      value,
      createdAt: EXAMPLE_NOW,
      updatedAt: EXAMPLE_NOW,
    });
  }

  it("moves orders, tags, notes and metafields to the kept customer", () => {
    const order = adasOrder();
    metafield(1, 101, "standing", "gold");
    metafield(2, 102, "standing", "silver");
    metafield(3, 101, "birthday", "2 May");
    mergeCustomers(store, clock, customerOf(102), customerOf(101));
    expect(store.get("customers", 101)).toBeUndefined();
    expect(customerOf(102)).toMatchObject({
      firstName: "Bea",
      lastName: "Ames",
      email: "ada@example.com",
      note: "likes mugs",
      tags: ["vip", "wholesale", "tier:gold"],
    });
    expect(store.ordersOf(102).map(({ id }) => id)).toEqual([order.id]);
    const kept = store.metafieldsOf(store.customerGid(102)).map(({ key, value }) => [key, value]);
    expect(kept).toEqual([
      ["standing", "silver"],
      ["birthday", "2 May"],
    ]);
    expect(store.metafieldsOf(store.customerGid(101))).toEqual([]);
  });

  it("tells who was kept, who is gone and what changed", () => {
    adasOrder();
    mergeCustomers(store, clock, customerOf(102), customerOf(101));
    expect(topics()).toEqual([
      "customers/merge",
      "customers/update",
      "customer.tags_added",
      "customers/purchasing_summary",
    ]);
    expect(events[0]?.payload()).toMatchObject({
      admin_graphql_api_customer_kept_id: "gid://shopify/Customer/102",
      admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/101",
      status: "completed",
    });
    expect(events.at(-1)?.payload()).toMatchObject({
      numberOfOrders: 1,
      amountSpent: { amount: "35.00", currencyCode: "GBP" },
    });
  });
});
