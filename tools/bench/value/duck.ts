import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Pool } from "pg";
import { to } from "pg-copy-streams";
import { digestSql, rfmSql, type Dialect } from "./rfm-sql.ts";

/** The columns that the plain statement reads, with DuckDB's types. */
const TABLES = {
  customer: "shop_id INTEGER, id BIGINT, deleted_at TIMESTAMPTZ, merged_into BIGINT",
  order:
    "shop_id INTEGER, id BIGINT, customer_id BIGINT, processed_at TIMESTAMPTZ, cancelled_at TIMESTAMPTZ, " +
    "deleted_at TIMESTAMPTZ, test BOOLEAN, financial_status VARCHAR, total_minor BIGINT, gift_card_minor BIGINT",
  refund: "shop_id INTEGER, order_id BIGINT, total_minor BIGINT, gift_card_minor BIGINT",
} as const;

/** Seconds that DuckDB takes for the plain statement over the same rows, which lie in its memory before. */
export async function measureDuck(
  pool: Pool,
  shopId: number,
  timeZone: string,
): Promise<{ seconds: number; digest: string }> {
  const dialect: Dialect = {
    day: (instant) => `CAST(timezone('${timeZone}', ${instant}) AS DATE)`,
    wide: "HUGEINT",
  };
  const folder = await mkdtemp(path.join(tmpdir(), "laurel-duck-"));
  const instance = await DuckDBInstance.create(":memory:");
  const duck = await instance.connect();
  try {
    for (const [name, columns] of Object.entries(TABLES)) {
      const file = path.join(folder, `${name}.csv`);
      await exportTable(pool, file, name, columns, shopId);
      await duck.run(`CREATE TABLE "${name}" (${columns})`);
      await duck.run(`COPY "${name}" FROM '${file}' (FORMAT csv, HEADER true)`);
      await rm(file);
    }
    const start = performance.now();
    await duck.run(`CREATE TABLE rfm AS ${rfmSql(shopId, dialect)}`);
    const seconds = (performance.now() - start) / 1000;
    const rows = (await duck.runAndReadAll(digestSql("rfm", dialect))).getRows();
    return { seconds, digest: String(rows[0]?.[0]) };
  } finally {
    duck.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

async function exportTable(
  pool: Pool,
  file: string,
  name: string,
  columns: string,
  shopId: number,
): Promise<void> {
  const names = columns.split(", ").map((column) => column.split(" ")[0]);
  const client = await pool.connect();
  try {
    const rows = `SELECT ${names.join(", ")} FROM "${name}" WHERE shop_id = ${shopId}`;
    await pipeline(
      client.query(to(`COPY (${rows}) TO STDOUT (FORMAT csv, HEADER true)`)),
      createWriteStream(file),
    );
  } finally {
    client.release();
  }
}
