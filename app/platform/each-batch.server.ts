import type { PoolClient } from "pg";

const BATCH = 10_000;

/**
 * Reads a query's rows some thousands at a time, each an array of its columns: what is held does not grow with
 * the result. To be called in a transaction, one at a time.
 */
export async function* eachBatch(
  client: PoolClient,
  query: { text: string; values: unknown[] },
): AsyncGenerator<unknown[][]> {
  await client.query(`DECLARE batches NO SCROLL CURSOR FOR ${query.text}`, query.values);
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `FETCH ${BATCH} FROM batches`, rowMode: "array" });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query("CLOSE batches");
}
