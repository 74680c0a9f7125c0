import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Pool } from "pg";
import { from } from "pg-copy-streams";
import { drawMirror, type Drawing, type MirrorLines } from "./draw-mirror.ts";

const COPIES: Record<keyof MirrorLines, string> = {
  customer: "COPY customer (shop_id, id, tags, created_at, updated_at) FROM STDIN",
  order: `COPY "order" (shop_id, id, customer_id, name, processed_at, created_at, updated_at, cancelled_at, test,
    financial_status, subtotal_minor, gift_card_minor, shipping_minor, tax_minor, total_minor, taxes_included) FROM STDIN`,
  refund: `COPY refund (shop_id, order_id, id, created_at, total_minor, shipping_minor, tax_minor, gift_card_minor) FROM STDIN`,
};

/** Streams a drawn shop into the mirror's tables, three COPYs side by side. */
export async function fillMirror(pool: Pool, drawing: Drawing): Promise<Record<keyof MirrorLines, number>> {
  const copies = await Promise.all([
    openCopy(pool, "customer"),
    openCopy(pool, "order"),
    openCopy(pool, "refund"),
  ]);
  const counts = { customer: 0, order: 0, refund: 0 };
  for (const lines of drawMirror(drawing)) {
    for (const { table, stream } of copies) {
      counts[table] += lines[table].length;
      const text = lines[table].map((line) => `${line}\n`).join("");
      if (text !== "" && !stream.write(text)) await once(stream, "drain");
    }
  }
  await Promise.all(copies.map(({ close }) => close()));
  return counts;
}

async function openCopy(pool: Pool, table: keyof MirrorLines) {
  const client = await pool.connect();
  const stream = client.query(from(COPIES[table]));
  const close = async (): Promise<void> => {
    stream.end();
    await finished(stream);
    client.release();
  };
  return { table, stream, close };
}
