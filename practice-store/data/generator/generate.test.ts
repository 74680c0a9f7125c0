import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Order } from "../../shop/model.ts";
import { orderTotals, refundedQuantities } from "../../shop/order-money.ts";
import type { ShopRecord } from "../records.ts";
import { generateShop } from "./generate.ts";
import * as figures from "./calibration.ts";

const DAY = { openedOn: "2026-03-01", ianaTimezone: "Europe/London" };
const SMALL = { ...DAY, seed: 7, customers: 300 };

function hashOf(records: Iterable<ShopRecord>): string {
  const hash = createHash("sha256");
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest("hex");
}

function ordersOf(records: Iterable<ShopRecord>): Order[] {
  return Array.from(records).flatMap((entry) => (entry.kind === "orders" ? [entry.record] : []));
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * sorted.length)] ?? 0;
}

describe("generateShop", () => {
  it("gives the same shop to the byte for the same seed and day", () => {
    expect(hashOf(generateShop(SMALL))).toBe(hashOf(generateShop(SMALL)));
  });

  it.each([
    ["seed", { ...SMALL, seed: 8 }],
    ["day", { ...SMALL, openedOn: "2026-03-02" }],
  ])("gives another shop for another %s", (_, options) => {
    expect(hashOf(generateShop(options))).not.toBe(hashOf(generateShop(SMALL)));
  });

  it("never uses an id or an address twice", () => {
    const seen = new Set<string>();
    let count = 0;
    const note = (text: string): void => {
      count += 1;
      seen.add(text);
    };
    for (const { kind, record } of generateShop(SMALL)) {
      note(`${kind} ${String(record.id)}`);
      if (kind === "customers" && record.email !== null) note(record.email);
      if (kind === "products") {
        note(record.handle);
        for (const { id, sku } of record.variants) {
          note(`variant ${String(id)}`);
          note(sku);
        }
      }
      if (kind !== "orders") continue;
      note(record.name);
      for (const line of record.lines) note(`line ${String(line.id)}`);
      for (const refund of record.refunds) note(`refund ${String(refund.id)}`);
    }
    expect(seen.size).toBe(count);
  });

  it("ends with the day before it is opened and looks no further back than 24 months", () => {
    const times = ordersOf(generateShop(SMALL)).flatMap((order) => [order.createdAt, order.updatedAt]);
    const sorted = times.toSorted();
    expect(sorted.at(-1)?.slice(0, 10)).toBe("2026-02-28");
    expect(sorted[0]?.slice(0, 10) ?? "").toMatch(/^2024-03-0/);
  });

  it("never gives more back than was paid or sold", () => {
    for (const order of ordersOf(generateShop(SMALL))) {
      const totals = orderTotals(order);
      expect(totals.currentTotalMinor).toBeGreaterThanOrEqual(0);
      expect(totals.currentSubtotalMinor).toBeGreaterThanOrEqual(0);
      expect(totals.currentTaxMinor).toBeGreaterThanOrEqual(0);
      const back = refundedQuantities(order);
      for (const line of order.lines) expect(back.get(line.id) ?? 0).toBeLessThanOrEqual(line.quantity);
      if (order.financialStatus === "REFUNDED") expect(totals.currentTotalMinor).toBe(0);
    }
  });

  it("counts each use of a discount code", () => {
    const records = Array.from(generateShop(SMALL));
    const orders = ordersOf(records);
    const codes = records.flatMap((entry) => (entry.kind === "discounts" ? entry.record.codes : []));
    expect(codes).not.toHaveLength(0);
    for (const { code, usageCount } of codes)
      expect(usageCount).toBe(orders.filter((order) => order.discountCodes.includes(code)).length);
  });
});

describe("a generated shop of ordinary size", () => {
  const records = Array.from(generateShop({ ...DAY, seed: 1 }));
  const orders = ordersOf(records);
  const share = (of: (order: Order) => boolean): number => orders.filter(of).length / orders.length;

  it("has about 4,400 customers, 40,000 orders and 3,600 products", () => {
    const count = (kind: string): number => records.filter((entry) => entry.kind === kind).length;
    expect(count("customers")).toBe(4400);
    expect(count("products")).toBe(3601);
    expect(orders.length).toBeGreaterThan(37_000);
    expect(orders.length).toBeLessThan(43_000);
  });

  it.each(figures.ORDERS_PER_CUSTOMER)(
    "has the figures' orders a customer at %d: about %d in 373 days, on the scale of all invoices",
    (at, orderCount) => {
      const from = new Date(Date.parse(DAY.openedOn) - figures.FIGURES_DAYS * 86_400_000).toISOString();
      const counts = new Map<number, number>();
      for (const { customerId, createdAt } of orders)
        if (customerId !== null && createdAt >= from)
          counts.set(customerId, (counts.get(customerId) ?? 0) + 1);
      const ratio = quantile([...counts.values()], at) / (orderCount * figures.ORDERS_SCALE);
      expect(ratio).toBeGreaterThan(0.75);
      expect(ratio).toBeLessThan(1.3);
    },
  );

  it.each(figures.ORDER_VALUE)("has a quarter of the figures' order value at %d: £%d", (at, pounds) => {
    const values = orders.map((order) => orderTotals(order).totalMinor / 100);
    const ratio = quantile(values, at) / (pounds * figures.ORDER_VALUE_SCALE);
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.45);
  });

  it.each(figures.LINES_PER_ORDER.slice(1, -1))("has the figures' lines an order at %d: %d", (at, lines) => {
    const ratio =
      quantile(
        orders.map((order) => order.lines.length),
        at,
      ) / lines;
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.25);
  });

  it("has the figures' share of guests, and of refunds by number and value", () => {
    expect(share((order) => order.customerId === null)).toBeCloseTo(figures.GUEST_SHARE, 2);
    expect(share((order) => order.refunds.length > 0 || order.cancelledAt !== null)).toBeCloseTo(0.14, 1);
    const money = orders.map(orderTotals);
    const refunded = money.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0);
    const sold = money.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    expect(refunded / sold).toBeGreaterThan(0.05);
    expect(refunded / sold).toBeLessThan(0.085);
  });

  it("sells most in November, little on Saturdays, and nothing in the shop's night", () => {
    const month = (text: string): number => share((order) => order.createdAt.slice(5, 7) === text);
    for (const other of ["01", "02", "03", "04", "05", "06", "07", "08", "09"])
      expect(month("11")).toBeGreaterThan(month(other));
    expect(share((order) => new Date(order.createdAt).getUTCDay() === 6)).toBeLessThan(0.03);
    expect(share((order) => Number(order.createdAt.slice(11, 13)) < 5)).toBe(0);
  });

  it("sells two thirds of its lines from the most popular fifth of its products", () => {
    const counts = new Map<number | null, number>();
    const lines = orders.flatMap((order) => order.lines);
    for (const { productId } of lines) counts.set(productId, (counts.get(productId) ?? 0) + 1);
    const top = [...counts.values()].toSorted((a, b) => b - a).slice(0, figures.DEFAULT_PRODUCTS / 5);
    const topShare = top.reduce((sum, count) => sum + count, 0) / lines.length;
    expect(topShare).toBeCloseTo(figures.POPULARITY.topFifthShareOfLines, 1);
  });

  it.each([
    ["a test order", (order: Order) => order.test],
    ["a gift card", (order: Order) => order.lines.some((line) => line.giftCard)],
    [
      "a paid order that was cancelled",
      (order: Order) => order.cancelledAt !== null && order.refunds.length > 0,
    ],
    ["an order refunded by amount", (order: Order) => order.refunds.some((one) => one.adjustmentMinor > 0)],
    ["an order refunded twice", (order: Order) => order.refunds.length > 1],
    ["an unpaid order", (order: Order) => order.financialStatus === "PENDING"],
    ["a voided order", (order: Order) => order.financialStatus === "VOIDED"],
    ["an order without shipping by a code", (order: Order) => order.shippingDiscountMinor > 0],
    ["an order from Japan", (order: Order) => order.countryCode === "JP"],
  ])("has at least %s", (_, matches) => {
    expect(orders.some(matches)).toBe(true);
  });
});
