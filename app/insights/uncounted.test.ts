import { describe, expect, it } from "vitest";
import { isPurchase } from "#app/value/purchase.ts";
import { uncountedReason } from "./uncounted.ts";

const paid = { test: false, cancelledAt: null, financialStatus: "PAID" };

describe("uncountedReason", () => {
  it.each([
    [paid, null],
    [{ ...paid, financialStatus: "REFUNDED" }, null],
    [{ ...paid, financialStatus: "PENDING" }, "unpaid"],
    [{ ...paid, financialStatus: "VOIDED", cancelledAt: new Date(0) }, "cancelled"],
    [{ ...paid, test: true, financialStatus: "PENDING" }, "test"],
  ] as const)("of %j is %s, and says so of no purchase", (order, reason) => {
    expect(uncountedReason(order)).toBe(reason);
    expect(isPurchase({ ...order, deletedAt: null })).toBe(reason === null);
  });
});
