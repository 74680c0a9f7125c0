import { readFileSync } from "node:fs";
import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { parseMinor } from "#app/platform/money.ts";
import { rebuildFacts } from "#app/value/rebuild-facts.server.ts";
import { addCustomers, orderRow } from "./shop-rows.ts";

/** Fills the shop's mirror with a history drawn from a known model (tests/fixtures/clv), until a day, and sums it up. */
export async function fillDrawn(shop: Shop, name: string, until: string): Promise<void> {
  const lines = readFileSync(`tests/fixtures/clv/${name}.csv`, "utf8").trim().split("\n").slice(1);
  const orders = lines.flatMap((line, index) => {
    const [id = "", day = "", amount = ""] = line.split(",");
    return day > until ? [] : [orderRow(shop, Number(id), index + 1, day, parseMinor(amount, "USD"))];
  });
  await addCustomers(shop, [...new Set(orders.map(({ customerId }) => Number(customerId)))]);
  for (let from = 0; from < orders.length; from += 2_000) {
    await prisma.order.createMany({ data: orders.slice(from, from + 2_000) });
  }
  await prisma.$transaction((db) => rebuildFacts(db, shop), { timeout: 60_000 });
}
