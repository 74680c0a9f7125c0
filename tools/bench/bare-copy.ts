import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from, to } from "pg-copy-streams";

/** The tables that an import fills, products apart. */
export const MIRROR = ["customer", "order", "order_line", "refund"] as const;

type MirrorTable = (typeof MIRROR)[number];

/** The rows of each table as COPY writes them, ready to be sent. */
export type Rows = ReadonlyMap<MirrorTable, readonly Buffer[]>;

/** PostgreSQL gets what is sent in pieces of this size: small ones would make COPY look slow. */
const PIECE = 1 << 20;

/** All rows of the mirror, held in memory: what a bare COPY sends must cost nothing to make. */
export async function takeRows(client: PoolClient): Promise<Rows> {
  const rows = new Map<MirrorTable, Buffer[]>();
  for (const name of MIRROR) {
    rows.set(name, pieces(await buffer(client.query(to(`COPY "${name}" TO STDOUT`)))));
  }
  return rows;
}

/** Seconds that COPY takes for the rows into fresh tables: with the mirror's indexes, or with none at all. */
export async function bareCopy(client: PoolClient, rows: Rows, indexes: boolean): Promise<number> {
  for (const name of MIRROR) {
    await client.query(`DROP TABLE IF EXISTS "bare_${name}"`);
    await client.query(`CREATE TABLE "bare_${name}" (LIKE "${name}"${indexes ? " INCLUDING ALL" : ""})`);
  }
  const start = performance.now();
  await client.query("BEGIN");
  for (const [name, parts] of rows) {
    await pipeline(Readable.from(parts), client.query(from(`COPY "bare_${name}" FROM STDIN`)));
  }
  await client.query("COMMIT");
  return (performance.now() - start) / 1000;
}

function pieces(all: Buffer): Buffer[] {
  const count = Math.ceil(all.length / PIECE);
  return Array.from({ length: count }, (_, index) => all.subarray(index * PIECE, (index + 1) * PIECE));
}
