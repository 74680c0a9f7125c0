import { describe, expect, it } from "vitest";
import { drawMirror } from "./draw-mirror.ts";

/** The cells of each table's rows. */
function draw(customers: number) {
  const rows = new Map<string, string[][]>();
  const drawing = { shopId: 1, seed: 1, customers, openedOn: "2026-03-29", timeZone: "Europe/London" };
  drawMirror(drawing, {
    add: (table, _part, row) => rows.set(table, [...(rows.get(table) ?? []), row.split("\t")]),
  });
  return rows;
}

describe("drawMirror", () => {
  const shop = draw(40);

  it("draws lines that come to what their order is worth, of products that there are", () => {
    const products = new Set(shop.get("product")?.map(([, id]) => id));
    const worth = new Map<string | undefined, number>();
    for (const [, order, , product, , , , total] of shop.get("order_line") ?? []) {
      worth.set(order, (worth.get(order) ?? 0) + Number(total));
      expect(products).toContain(product);
    }
    const orders = shop.get("order") ?? [];
    expect(orders.length).toBeGreaterThan(100);
    for (const [, id, , , , , , , , , subtotal] of orders) expect(worth.get(id)).toBe(Number(subtotal));
  });

  it("numbers each order once, and draws the same again", () => {
    const ids = shop.get("order")?.map(([, id]) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(draw(40)).toEqual(shop);
  });
});
