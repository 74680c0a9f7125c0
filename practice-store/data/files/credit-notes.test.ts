import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readShopFile } from "./read-shop-file.ts";

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

/** What each order of a customer has refunded after the invoices: "stock code × quantity = pence". */
async function refundsAfter(rows: readonly string[]): Promise<Record<string, string>> {
  const path = join(mkdtempSync(join(tmpdir(), "credit-notes-")), "retail.csv");
  const lines = rows.map((row) => {
    const [invoice = "", code = "", quantity = "", day = "", price = ""] = row.split(" ");
    return `${invoice},${code},,${quantity},2011-01-${day} 10:00:00,${price},1,France`;
  });
  writeFileSync(path, [HEADER, ...lines].join("\n"));
  const { orders } = await readShopFile(path, "2026-03-01", "Europe/London");
  return Object.fromEntries(
    orders.map(({ name, lines: sold, refunds }) => {
      const back = refunds.flatMap((refund) => refund.lines);
      const texts = back.map(({ lineId, quantity, subtotalMinor }) => {
        const sku = sold.find((line) => line.id === lineId)?.sku ?? "";
        return `${sku} × ${String(quantity)} = ${String(subtotalMinor)}`;
      });
      return [name, texts.join(", ")];
    }),
  );
}

describe("a credit note", () => {
  it.each([
    {
      what: "goes to the latest order that has it",
      rows: ["1 10A 5 01 1.00", "2 10A 5 02 1.00", "C3 10A -2 03 1.00"],
      refunds: { "#1": "", "#2": "10A × 2 = 200" },
    },
    {
      what: "goes to an older order that has all of it rather than to two",
      rows: [
        "1 10A 5 01 1.00",
        "1 10B 5 01 2.00",
        "2 10A 5 02 1.00",
        "C3 10A -2 03 1.00",
        "C3 10B -1 03 2.00",
      ],
      refunds: { "#1": "10A × 2 = 200, 10B × 1 = 200", "#2": "" },
    },
    {
      what: "is parted among orders row by row where none has all of it",
      rows: ["1 10A 5 01 1.00", "2 10B 5 02 2.00", "C3 10A -2 03 1.00", "C3 10B -1 03 2.00"],
      refunds: { "#1": "10A × 2 = 200", "#2": "10B × 1 = 200" },
    },
    {
      what: "draws on all lines of the same thing in an order",
      rows: ["1 10A 2 01 1.00", "1 10A 3 01 1.00", "C2 10A -4 03 1.00"],
      refunds: { "#1": "10A × 2 = 200, 10A × 2 = 200" },
    },
    {
      what: "takes an earlier one into account",
      rows: ["1 10A 5 01 1.00", "C2 10A -3 02 1.00", "C3 10A -3 03 1.00"],
      refunds: { "#1": "10A × 3 = 300" },
    },
    {
      what: "gives back what it says where that is less than was paid",
      rows: ["1 10A 5 01 1.00", "C2 10A -2 02 0.40"],
      refunds: { "#1": "10A × 2 = 80" },
    },
    {
      what: "never gives back more than was paid",
      rows: ["1 10A 5 01 1.00", "C2 10A -2 02 1.40"],
      refunds: { "#1": "" },
    },
    {
      what: "never answers to a later order",
      rows: ["C1 10A -2 01 1.00", "2 10A 5 02 1.00"],
      refunds: { "#2": "" },
    },
  ])("$what", async ({ rows, refunds }) => {
    expect(await refundsAfter(rows)).toEqual(refunds);
  });
});
