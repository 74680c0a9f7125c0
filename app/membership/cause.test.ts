import { describe, expect, it } from "vitest";
import { toCustomerId, toOrderId } from "#app/platform/ids.ts";
import type { PurchaseChange } from "#app/value/purchase-change.ts";
import { causeOf } from "./cause.ts";

const she = toCustomerId(7);
const other = toCustomerId(8);

function counted(grossMinor: number, refundedMinor = 0, customerId = she) {
  return { customerId, grossMinor, refundedMinor };
}

function change(
  id: number,
  before: PurchaseChange["before"],
  after: PurchaseChange["after"],
): PurchaseChange {
  return { orderId: toOrderId(id), before, after };
}

describe("causeOf", () => {
  const small = change(1, null, counted(100));
  const big = change(2, null, counted(9_000));
  const refunded = change(3, counted(5_000), counted(5_000, 4_000));
  const cancelled = change(4, counted(6_000), null);
  const left = [{ orderId: toOrderId(5), minor: 4_500 }];
  it.each([
    ["the biggest of new orders", 0, 1, [small, big], [], { kind: "order", orderId: "2", minor: 9_000 }],
    ["the first order of a new customer", null, 1, [big], [], { kind: "order", orderId: "2", minor: 9_000 }],
    ["a refund", 2, 1, [refunded, small], [], { kind: "refund", orderId: "3", minor: 4_000 }],
    [
      "an order that was cancelled",
      2,
      1,
      [refunded, cancelled],
      [],
      { kind: "cancelled", orderId: "4", minor: 6_000 },
    ],
    [
      "orders that left the window",
      2,
      1,
      [small],
      left,
      { kind: "left_window", orderIds: ["5"], minor: 4_500 },
    ],
    [
      "what took more: the window",
      2,
      1,
      [refunded],
      left,
      { kind: "left_window", orderIds: ["5"], minor: 4_500 },
    ],
    [
      "what took more: the cancelled order",
      2,
      1,
      [cancelled],
      left,
      { kind: "cancelled", orderId: "4", minor: 6_000 },
    ],
    [
      "orders of a merged customer",
      0,
      1,
      [change(6, counted(800, 0, other), counted(800))],
      [],
      { kind: "merge", orderId: "6", minor: 800 },
    ],
    [
      "orders that went to another customer",
      1,
      0,
      [change(6, counted(800), counted(800, 0, other))],
      [],
      { kind: "merge", orderId: "6", minor: 800 },
    ],
    [
      "a refund taken back",
      0,
      1,
      [change(7, counted(900, 900), counted(900))],
      [],
      { kind: "order", orderId: "7", minor: 900 },
    ],
    ["nothing that is known", 0, 1, [], [], { kind: "repair" }],
    ["a fall without a trace", 1, 0, [big], [], { kind: "repair" }],
  ] as const)("names %s", (_, fromRank, toRank, changes, gone, expected) => {
    expect(causeOf({ customerId: she, fromRank, toRank }, changes, gone)).toEqual(expected);
  });
});
