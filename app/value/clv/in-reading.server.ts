import type { PoolClient } from "pg";
import { pool } from "#app/db.server.ts";

/** Reads the database as it is at one moment, without holding anybody up. */
export async function inReading<Read>(read: (client: PoolClient) => Promise<Read>): Promise<Read> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const result = await read(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
