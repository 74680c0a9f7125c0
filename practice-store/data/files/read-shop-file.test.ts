import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Order } from "../../shop/model.ts";
import { orderTotals } from "../../shop/order-money.ts";
import type { FileShop } from "./file-shop.ts";
import { readShopFile } from "./read-shop-file.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const read = (path: string): Promise<FileShop> => readShopFile(path, "2026-11-24", "Europe/London");

function orderNamed(shop: FileShop, name: string): Order {
  const order = shop.orders.find((one) => one.name === name);
  if (order === undefined) throw new Error(`No order ${name}`);
  return order;
}

function temporaryFile(name: string, content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), "shop-file-")), name);
  writeFileSync(path, content);
  return path;
}

describe("Shopify's order export", () => {
  const reading = read(fixture("orders_export.csv"));

  it("gives its orders in the order of time, lines grouped by Name", async () => {
    const shop = await reading;
    expect(shop.currencyCode).toBe("EUR");
    expect(shop.orders.map((order) => [order.name, order.lines.length])).toEqual([
      ["#1006", 1],
      ["#1009", 1],
      ["#1010", 1],
      ["#1011", 1],
      ["#1012", 2],
    ]);
    expect(shop.products.map((product) => product.title)).toEqual([
      "Linen Napkin",
      "Gift Card - 50",
      "Beeswax Candle - Small",
    ]);
  });

  it("keeps ids and times, and the amounts to the cent", async () => {
    const order = orderNamed(await reading, "#1012");
    expect(order).toMatchObject({
      id: 5_400_000_001_012,
      number: 1012,
      createdAt: "2026-02-03T09:00:00Z",
      taxesIncluded: true,
      discountCodes: ["WELCOME10"],
      countryCode: "DE",
    });
    expect(order.lines.map(({ discountMinor, taxMinor }) => [discountMinor, taxMinor])).toEqual([
      [200, 339],
      [100, 170],
    ]);
    expect(orderTotals(order)).toMatchObject({
      subtotalMinor: 2700,
      shippingMinor: 490,
      taxMinor: 509,
      totalMinor: 3190,
      discountMinor: 300,
    });
  });

  it("takes what of the discount is not on the lines for a discount on shipping", async () => {
    expect(orderNamed(await reading, "#1006")).toMatchObject({
      shippingMinor: 490,
      shippingDiscountMinor: 490,
    });
  });

  it("cancels and refunds", async () => {
    const whole = orderNamed(await reading, "#1011");
    expect(whole).toMatchObject({ cancelledAt: "2026-02-02T07:00:00Z", financialStatus: "REFUNDED" });
    expect(orderTotals(whole).currentTotalMinor).toBe(0);
    const part = orderNamed(await reading, "#1010");
    expect(part.refunds).toMatchObject([
      { lines: [], adjustmentMinor: 500, createdAt: "2026-01-20T11:00:00Z" },
    ]);
    expect(part.lines[0]?.giftCard).toBe(true);
  });

  it("tells customers apart by their address; an order without one is a guest's", async () => {
    const shop = await reading;
    expect(shop.customers.map((one) => [one.firstName, one.lastName, one.email, one.emailMarketing])).toEqual(
      [
        ["Cy", "Voss", "cy@example.com", "NOT_SUBSCRIBED"],
        ["Bo", "Ek", "bo@example.com", "NOT_SUBSCRIBED"],
        ["Ada", "Lind", "Ada@Example.com", "SUBSCRIBED"],
      ],
    );
    expect(orderNamed(shop, "#1009").customerId).toBeNull();
    expect(orderNamed(shop, "#1011").customerId).toBe(orderNamed(shop, "#1010").customerId);
  });

  it("leaves out what it cannot read, by the line of the file", async () => {
    expect((await reading).leftOut).toEqual([
      {
        line: 8,
        reason: "order left out: Subtotal, Shipping, Taxes and Discount Amount do not add up to Total",
      },
      { line: 9, reason: "order left out: line 9 has no Lineitem quantity above zero: zero" },
    ]);
  });
});

describe("Online Retail", () => {
  const reading = read(fixture("online_retail.csv"));

  it("moves all times by whole days so that the last day is yesterday", async () => {
    const { orders } = await reading;
    expect(orders[0]?.createdAt).toBe("2026-11-19T08:26:00Z");
    expect(orders.at(-1)?.createdAt).toBe("2026-11-23T12:00:00Z");
  });

  it("keeps London's hours through the change of the clocks", async () => {
    const shop = await readShopFile(fixture("online_retail.csv"), "2026-07-01", "Europe/London");
    expect(shop.orders[0]?.createdAt).toBe("2026-06-26T07:26:00Z");
  });

  it("makes orders of invoices, guests' where there is no customer", async () => {
    const shop = await reading;
    expect(shop.orders.map(({ name, customerId }) => [name, customerId])).toEqual([
      ["#536365", 7_600_000_017_850],
      ["#536370", 7_600_000_012_583],
      ["#536544", null],
      ["#536595", null],
      ["#536596", 7_600_000_017_850],
    ]);
    expect(orderTotals(orderNamed(shop, "#536370")).totalMinor).toBe(24 * 375 + 3 * 1800);
    expect(orderNamed(shop, "#536595").lines[0]?.giftCard).toBe(true);
  });

  it("knows a customer who only has a credit note", async () => {
    expect((await reading).customers.map(({ note }) => note)).toEqual([
      "CustomerID 17850",
      "CustomerID 12583",
      "CustomerID 14527",
    ]);
  });

  it("cancels an order whose credit note takes all of it back", async () => {
    expect(orderNamed(await reading, "#536365")).toMatchObject({
      cancelledAt: "2026-11-21T10:00:00Z",
      cancelReason: "CUSTOMER",
      financialStatus: "REFUNDED",
      refunds: [
        {
          lines: [
            { quantity: 6, subtotalMinor: 1530 },
            { quantity: 6, subtotalMinor: 2034 },
          ],
        },
      ],
    });
  });

  it("refunds what a credit note takes back of an order, and no more than is left of it", async () => {
    const order = orderNamed(await reading, "#536370");
    expect(order).toMatchObject({ cancelledAt: null, financialStatus: "PARTIALLY_REFUNDED" });
    expect(order.refunds.map(({ lines }) => lines[0]?.quantity)).toEqual([10]);
  });

  it("takes stock codes that differ in case for one product", async () => {
    const { products } = await reading;
    expect(products.filter(({ variants }) => variants[0]?.sku === "85123A")).toMatchObject([
      { variants: [{ priceMinor: 295 }] },
    ]);
    expect(products.find(({ title }) => title === "POSTAGE")?.status).toBe("DRAFT");
  });

  it("leaves out what is no sale, by the line of the file", async () => {
    expect((await reading).leftOut).toEqual([
      { line: 8, reason: "a credit note that answers to no earlier order" },
      { line: 9, reason: "a credit note that answers to no earlier order" },
      { line: 12, reason: "a credit note without a customer" },
      { line: 13, reason: "an adjustment of the books, not a sale" },
      { line: 14, reason: "a quantity below zero: a correction of the stock" },
      { line: 15, reason: "a quantity of zero" },
      { line: 16, reason: "a price below zero" },
      { line: 17, reason: "no price in whole pence: 0.001" },
      { line: 18, reason: "no date: soon" },
      { line: 19, reason: "neither price nor customer: a correction of the stock" },
    ]);
  });

  it("is read the same from a gzipped file and with a spreadsheet's dates", async () => {
    const text = readFileSync(fixture("online_retail.csv"), "utf8");
    const american = text.replaceAll(/2010-12-0(\d) 0?(\d+):(\d\d):00/g, "12/$1/2010 $2:$3");
    expect(american).not.toBe(text);
    const zipped = temporaryFile("retail.csv", gzipSync(american));
    expect(await read(zipped)).toEqual(await reading);
  });
});

describe("a file that is no shop", () => {
  it.each([
    ["another table", "id,name\n1,Ada\n", "neither Shopify's order export nor UCI's Online Retail"],
    ["an empty file", "", "is empty"],
    [
      "a header alone",
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n",
      "no order",
    ],
    ["an open quote", 'Name,"Email\n', "cannot be read as CSV"],
    ["a broken archive", Buffer.from([0x1f, 0x8b, 8, 0, 1]), "cannot be read as CSV"],
  ])("is refused: %s", async (_, content, message) => {
    await expect(read(temporaryFile("some.csv", content))).rejects.toThrow(message);
  });

  it("is refused where it is missing", async () => {
    await expect(read("/nowhere/orders.csv")).rejects.toThrow("There is no file /nowhere/orders.csv");
  });
});

const REAL = fileURLToPath(
  new URL("../../../../shared/data/online-retail/online_retail.csv.gz", import.meta.url),
);

describe.skipIf(!existsSync(REAL))(
  "the whole of Online Retail (left out where ../shared has no copy)",
  () => {
    it("becomes 4,372 customers with every sale to the penny", { timeout: 120_000 }, async () => {
      const shop = await read(REAL);
      const totals = shop.orders.map(orderTotals);
      const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
      expect(shop.customers).toHaveLength(4372);
      expect(shop.orders.filter(({ customerId }) => customerId !== null)).toHaveLength(18_536);
      // All rows with a quantity and price above zero but the adjustment A563185, in pence.
      expect(sum(totals.map(({ totalMinor }) => totalMinor))).toBe(1_065_562_248);
      expect(Math.min(...totals.map(({ currentTotalMinor }) => currentTotalMinor))).toBe(0);
      const credited = sum(shop.orders.flatMap(({ refunds }) => refunds.map(({ lines }) => lines.length)));
      expect(credited).toBeGreaterThan(7000);
      expect(shop.leftOut.every(({ line }) => line > 1 && line <= 541_910)).toBe(true);
    });
  },
);
