import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Pool } from "pg";
import { from } from "pg-copy-streams";
import { drawMirror, type Drawing } from "./draw-mirror.ts";
import { Spool, type Table } from "./spool.ts";

const COPIES: Record<Table, string> = {
  product: "COPY product (shop_id, id, title, product_type, vendor, gift_card, updated_at) FROM STDIN",
  customer: "COPY customer (shop_id, id, tags, created_at, updated_at) FROM STDIN",
  order: `COPY "order" (shop_id, id, customer_id, name, processed_at, created_at, updated_at, cancelled_at, test,
    financial_status, subtotal_minor, gift_card_minor, shipping_minor, tax_minor, total_minor, taxes_included) FROM STDIN`,
  order_line: `COPY order_line (shop_id, order_id, id, product_id, variant_id, sku, quantity, total_minor, gift_card) FROM STDIN`,
  refund: `COPY refund (shop_id, order_id, id, created_at, total_minor, shipping_minor, tax_minor, gift_card_minor) FROM STDIN`,
};

/** Fills the mirror's tables with a drawn shop, side by side, by way of files. */
export async function fillMirror(pool: Pool, drawing: Drawing): Promise<Record<Table, number>> {
  const folder = await mkdtemp(path.join(tmpdir(), "laurel-mirror-"));
  try {
    const spool = new Spool(folder);
    drawMirror(drawing, spool);
    const copy = async (table: Table): Promise<number> => {
      const { rows, files } = spool.end(table);
      await copyFiles(pool, table, files);
      return rows;
    };
    const [product, customer, order, order_line, refund] = await Promise.all([
      copy("product"),
      copy("customer"),
      copy("order"),
      copy("order_line"),
      copy("refund"),
    ]);
    return { product, customer, order, order_line, refund };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyFiles(pool: Pool, table: Table, files: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const file of files) await pipeline(createReadStream(file), client.query(from(COPIES[table])));
  } finally {
    client.release();
  }
}
