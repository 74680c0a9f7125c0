import type { Pool } from "pg";
import { digestSql, rfmSql, type Dialect } from "./rfm-sql.ts";

const dialect = (timeZone: string): Dialect => ({
  day: (instant) => `(${instant} AT TIME ZONE '${timeZone}')::date`,
  wide: "numeric",
});

/**
 * Seconds that PostgreSQL takes for the plain statement, its rows written to a table, with as much memory for a
 * sort or join as the app's rebuild has; and what is in them.
 */
export async function measurePlain(
  pool: Pool,
  shopId: number,
  timeZone: string,
): Promise<{ seconds: number; digest: string }> {
  const client = await pool.connect();
  try {
    await client.query("DROP TABLE IF EXISTS plain_rfm");
    await client.query("BEGIN");
    await client.query("SET LOCAL work_mem = '256MB'");
    const start = performance.now();
    await client.query(`CREATE UNLOGGED TABLE plain_rfm AS ${rfmSql(shopId, dialect(timeZone))}`);
    await client.query("COMMIT");
    const seconds = (performance.now() - start) / 1000;
    return { seconds, digest: await digestOf(pool, "plain_rfm", timeZone) };
  } finally {
    client.release();
  }
}

/** What is in the app's own tables. */
export async function appDigest(pool: Pool, shopId: number, timeZone: string): Promise<string> {
  const rows = `(
    SELECT f.customer_id, f.last_day, f.frequency, f.net_minor, s.recency AS r, s.frequency AS f, s.monetary AS m,
      s."group" AS group_name
    FROM facts f JOIN score s ON s.shop_id = f.shop_id AND s.customer_id = f.customer_id
    WHERE f.shop_id = ${shopId} AND f.frequency > 0) rows`;
  return digestOf(pool, rows, timeZone);
}

async function digestOf(pool: Pool, from: string, timeZone: string): Promise<string> {
  const { rows } = await pool.query<{ digest: string }>(digestSql(from, dialect(timeZone)));
  return rows[0]?.digest ?? "";
}
