import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toOrderId } from "#app/platform/ids.ts";
import { isPurchase, netSpend, purchaseOf, type Amounts, type PaidOrder } from "./purchase.ts";

const all = { countTax: true, countShipping: true };
const goodsOnly = { countTax: false, countShipping: false };

function order(fields: Partial<PaidOrder>): PaidOrder {
  return {
    id: toOrderId(1),
    name: "#1",
    processedAt: new Date("2026-06-01T22:30:00Z"),
    taxesIncluded: false,
    totalMinor: 0,
    giftCardMinor: 0,
    shippingMinor: 0,
    taxMinor: 0,
    refunds: [],
    ...fields,
  };
}

function refund(fields: Partial<Amounts>, createdAt = "2026-06-05T12:00:00Z"): PaidOrder["refunds"][number] {
  const nothing = { totalMinor: 0, giftCardMinor: 0, shippingMinor: 0, taxMinor: 0 };
  return { ...nothing, ...fields, createdAt: new Date(createdAt) };
}

describe("isPurchase", () => {
  const paid = { test: false, cancelledAt: null, deletedAt: null, financialStatus: "PAID" };
  const then = new Date("2026-01-01");
  it.each([
    ["a paid order", {}, true],
    ["a partly refunded order", { financialStatus: "PARTIALLY_REFUNDED" }, true],
    ["a refunded order", { financialStatus: "REFUNDED" }, true],
    ["a pending order", { financialStatus: "PENDING" }, false],
    ["a voided order", { financialStatus: "VOIDED" }, false],
    ["a test order", { test: true }, false],
    ["a cancelled order", { cancelledAt: then }, false],
    ["a deleted order", { deletedAt: then }, false],
  ])("of %s", (_, fields, expected) => {
    expect(isPurchase({ ...paid, ...fields })).toBe(expected);
  });
});

describe("purchaseOf", () => {
  const taxed = { totalMinor: 12_600, shippingMinor: 500, taxMinor: 2_100 };
  const included = { ...taxed, taxesIncluded: true };
  it.each([
    ["everything by default", order(taxed), all, 12_600],
    ["without shipping", order(taxed), { countTax: true, countShipping: false }, 12_100],
    ["without tax", order(taxed), { countTax: false, countShipping: true }, 10_500],
    ["goods only", order(taxed), goodsOnly, 10_000],
    ["without contained tax", order(included), { countTax: false, countShipping: true }, 10_500],
    ["goods only, tax contained in both", order(included), goodsOnly, 10_083],
    ["no gift cards", order({ totalMinor: 8_000, giftCardMinor: 5_000 }), all, 3_000],
    ["only a gift card", order({ totalMinor: 5_000, giftCardMinor: 5_000 }), all, 0],
  ])("counts %s", (_, given, rule, expected) => {
    expect(netSpend(purchaseOf(given, rule, "UTC"))).toBe(expected);
  });

  it.each([
    ["a part", [refund({ totalMinor: 2_600 })], all, 10_000],
    ["all, twice", [refund({ totalMinor: 12_600 }), refund({ totalMinor: 12_600 })], all, 0],
    ["shipping that never counted", [refund({ totalMinor: 500, shippingMinor: 500 })], goodsOnly, 10_000],
    ["goods with their tax named", [refund({ totalMinor: 2_400, taxMinor: 400 })], goodsOnly, 8_000],
    ["an amount with the order's share of tax", [refund({ totalMinor: 1_260 })], goodsOnly, 8_950],
  ])("takes off a refund of %s", (_, refunds, rule, expected) => {
    expect(netSpend(purchaseOf(order({ ...taxed, refunds }), rule, "UTC"))).toBe(expected);
  });

  it("takes nothing off for a gift card given back", () => {
    const given = order({
      totalMinor: 8_000,
      giftCardMinor: 5_000,
      refunds: [refund({ totalMinor: 5_000, giftCardMinor: 5_000 })],
    });
    expect(netSpend(purchaseOf(given, all, "UTC"))).toBe(3_000);
  });

  it("puts order and refunds on shop days and cuts off the latest refund", () => {
    const refunds = [
      refund({ totalMinor: 9_000 }, "2026-06-09T00:00:00Z"),
      refund({ totalMinor: 9_000 }, "2026-06-05T23:30:00Z"),
    ];
    const purchase = purchaseOf(order({ totalMinor: 10_000, refunds }), all, "Europe/London");
    expect(purchase).toMatchObject({
      day: "2026-06-01",
      refunds: [
        { day: "2026-06-06", minor: 9_000 },
        { day: "2026-06-09", minor: 1_000 },
      ],
    });
  });

  it("never counts less than nothing or more than the order", () => {
    const minor = fc.integer({ min: 0, max: 1_000_000 });
    const amounts = fc.record({
      totalMinor: minor,
      giftCardMinor: minor,
      shippingMinor: minor,
      taxMinor: minor,
    });
    fc.assert(
      fc.property(
        amounts,
        fc.array(amounts),
        fc.record({ countTax: fc.boolean(), countShipping: fc.boolean() }),
        fc.boolean(),
        (given, refunds, rule, taxesIncluded) => {
          const net = netSpend(
            purchaseOf(
              order({ ...given, taxesIncluded, refunds: refunds.map((each) => refund(each)) }),
              rule,
              "UTC",
            ),
          );
          expect(net).toBeGreaterThanOrEqual(0);
          expect(net).toBeLessThanOrEqual(given.totalMinor);
        },
      ),
    );
  });
});
