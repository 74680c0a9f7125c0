import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from } from "pg-copy-streams";

/** Copies rows in COPY's text format into a table: `target` is its name and columns. */
export async function copyIn(client: PoolClient, target: string, rows: string): Promise<void> {
  await pipeline([rows], client.query(from(`COPY ${target} FROM STDIN`)));
}
