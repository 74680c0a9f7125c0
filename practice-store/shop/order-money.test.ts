import { describe, expect, it } from "vitest";
import type { Order, OrderLine, Refund } from "./model.ts";
import {
  moneyString,
  orderTotals,
  parseMoney,
  refundOfLine,
  refundedQuantities,
  shareMinor,
} from "./order-money.ts";

function line(cells: Partial<OrderLine>): OrderLine {
  return {
    id: 1,
    productId: null,
    variantId: null,
    sku: null,
    title: "Candle",
    quantity: 1,
    unitPriceMinor: 0,
    discountMinor: 0,
    taxMinor: 0,
    giftCard: false,
    ...cells,
  };
}

function refund(cells: Partial<Refund>): Refund {
  return {
    id: 1,
    createdAt: "2026-01-02T10:00:00Z",
    note: null,
    lines: [],
    shippingMinor: 0,
    adjustmentMinor: 0,
    ...cells,
  };
}

function order(cells: Partial<Order>): Order {
  return {
    id: 1,
    number: 1001,
    name: "#1001",
    customerId: null,
    email: null,
    countryCode: null,
    sourceName: "web",
    taxesIncluded: true,
    test: false,
    financialStatus: "PAID",
    createdAt: "2026-01-01T10:00:00Z",
    processedAt: "2026-01-01T10:00:00Z",
    updatedAt: "2026-01-01T10:00:00Z",
    cancelledAt: null,
    cancelReason: null,
    discountCodes: [],
    lines: [
      line({ id: 1, quantity: 3, unitPriceMinor: 1000, discountMinor: 600, taxMinor: 400 }),
      line({ id: 2, quantity: 1, unitPriceMinor: 1200, taxMinor: 200 }),
    ],
    shippingMinor: 500,
    shippingDiscountMinor: 200,
    shippingTaxMinor: 50,
    refunds: [],
    ...cells,
  };
}

const ONE_OF_LINE_1 = { lineId: 1, quantity: 1, subtotalMinor: 800, taxMinor: 133 };
const EVERYTHING = refund({
  lines: [
    { lineId: 1, quantity: 3, subtotalMinor: 2400, taxMinor: 400 },
    { lineId: 2, quantity: 1, subtotalMinor: 1200, taxMinor: 200 },
  ],
  shippingMinor: 300,
});

describe("orderTotals", () => {
  it.each([
    {
      what: "keeps the tax within the prices where they include it",
      of: order({}),
      totals: {
        subtotalMinor: 3600,
        discountMinor: 800,
        shippingMinor: 300,
        taxMinor: 650,
        totalMinor: 3900,
      },
    },
    {
      what: "puts the tax on top where prices do not include it",
      of: order({ taxesIncluded: false }),
      totals: { subtotalMinor: 3600, taxMinor: 650, totalMinor: 4550, netPaymentMinor: 4550 },
    },
    {
      what: "takes a refunded line out of the current figures only",
      of: order({ refunds: [refund({ lines: [ONE_OF_LINE_1] })] }),
      totals: {
        totalMinor: 3900,
        refundedMinor: 800,
        refundedTaxMinor: 133,
        currentSubtotalMinor: 2800,
        currentTaxMinor: 517,
        currentTotalMinor: 3100,
        netPaymentMinor: 3100,
      },
    },
    {
      what: "gives the tax back too where it came on top",
      of: order({ taxesIncluded: false, refunds: [refund({ lines: [ONE_OF_LINE_1] })] }),
      totals: { refundedMinor: 933, currentTotalMinor: 3617 },
    },
    {
      what: "takes refunded shipping with its share of the tax",
      of: order({ taxesIncluded: false, refunds: [refund({ shippingMinor: 150 })] }),
      totals: { refundedShippingMinor: 150, refundedTaxMinor: 25, refundedMinor: 175 },
    },
    {
      what: "leaves the subtotal alone when an amount is refunded without lines",
      of: order({ refunds: [refund({ adjustmentMinor: 1000 })] }),
      totals: { refundedMinor: 1000, currentSubtotalMinor: 3600, currentTotalMinor: 2900 },
    },
    {
      what: "adds several refunds up",
      of: order({ refunds: [refund({ lines: [ONE_OF_LINE_1] }), refund({ id: 2, adjustmentMinor: 50 })] }),
      totals: { refundedMinor: 850, currentTotalMinor: 3050 },
    },
    {
      what: "comes to nothing when everything is refunded, tax included",
      of: order({ financialStatus: "REFUNDED", refunds: [EVERYTHING] }),
      totals: {
        currentSubtotalMinor: 0,
        currentTaxMinor: 0,
        currentTotalMinor: 0,
        netPaymentMinor: 0,
      },
    },
    {
      what: "comes to nothing when everything is refunded, tax on top",
      of: order({ taxesIncluded: false, financialStatus: "REFUNDED", refunds: [EVERYTHING] }),
      totals: { currentSubtotalMinor: 0, currentTaxMinor: 0, currentTotalMinor: 0, netPaymentMinor: 0 },
    },
    {
      what: "has received nothing for an order that is not paid",
      of: order({ financialStatus: "PENDING" }),
      totals: { totalMinor: 3900, currentTotalMinor: 3900, netPaymentMinor: 0 },
    },
  ])("$what", ({ of, totals }) => {
    expect(orderTotals(of)).toMatchObject(totals);
  });
});

describe("refundOfLine", () => {
  it("adds up to the line, whichever way its units are given back", () => {
    const uneven = line({ quantity: 7, unitPriceMinor: 143, discountMinor: 100, taxMinor: 151 });
    for (const [first, second] of [
      [1, 6],
      [3, 4],
      [7, 0],
    ] as const) {
      const parts = [refundOfLine(uneven, 0, first), refundOfLine(uneven, first, second)];
      expect(parts[0]?.quantity).toBe(first);
      expect((parts[0]?.subtotalMinor ?? 0) + (parts[1]?.subtotalMinor ?? 0)).toBe(901);
      expect((parts[0]?.taxMinor ?? 0) + (parts[1]?.taxMinor ?? 0)).toBe(151);
    }
  });
});

describe("refundedQuantities", () => {
  it("adds the units of a line over all refunds", () => {
    const twice = order({ refunds: [refund({ lines: [ONE_OF_LINE_1] }), EVERYTHING] });
    expect(refundedQuantities(twice)).toEqual(
      new Map([
        [1, 4],
        [2, 1],
      ]),
    );
  });
});

describe("shareMinor", () => {
  it.each([
    [50, 150, 300, 25],
    [25, 1, 2, 13],
    [100, 1, 3, 33],
    [100, 2, 3, 67],
    [50, 0, 0, 0],
  ])("of %i by %i/%i is %i", (amount, part, whole, share) => {
    expect(shareMinor(amount, part, whole)).toBe(share);
  });
});

describe("money as text", () => {
  it.each([
    [1230, "GBP", "12.30"],
    [5, "GBP", "0.05"],
    [-5, "EUR", "-0.05"],
    [0, "USD", "0.00"],
    [1230, "JPY", "1230"],
    [12345, "KWD", "12.345"],
  ])("%i %s is written %s and read back", (minor, currency, text) => {
    expect(moneyString(minor, currency)).toBe(text);
    expect(parseMoney(text, currency)).toBe(minor);
  });

  it.each([
    ["12.3", "GBP", 1230],
    ["12", "GBP", 1200],
    ["12.3000", "GBP", 1230],
    ["100.0", "JPY", 100],
    ["0.29", "GBP", 29],
    ["-0", "GBP", 0],
    ["12.345", "GBP", undefined],
    ["1,200.00", "GBP", undefined],
    ["12.", "GBP", undefined],
    ["", "GBP", undefined],
    ["1e3", "GBP", undefined],
    ["99999999999999999", "GBP", undefined],
  ])("reads %j %s as %s", (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor);
  });
});
