import type { PoolClient } from "pg";
import { pool } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { copyIn } from "#app/platform/copy-in.server.ts";
import { mergeStage } from "./merge-stage.server.ts";
import { STAGE, type StagedRow, type StageTable } from "./bulk-rows.ts";

/** A stage that takes rows in any order and holds no more than a few megabytes of them. */
export type Stage = {
  add: (rows: readonly StagedRow[]) => void;
  /** Room for more: waits while PostgreSQL is behind. */
  drain: () => Promise<void>;
};

const tables = Object.keys(STAGE).filter((name): name is StageTable => name in STAGE);

/** Rows of one kind are written when there are this many characters of them. */
const PIECE = 1 << 20;

/**
 * Brings what `fill` puts on a stage into the mirror, in one transaction with `andThen`: all or nothing.
 * `toldAt` is when Shopify began to tell it.
 */
export async function throughStage<Outcome>(
  shopId: ShopId,
  toldAt: Date,
  fill: (stage: Stage) => Promise<void>,
  andThen: (client: PoolClient) => Promise<Outcome>,
): Promise<Outcome> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { stage, finish } = await openStage(client);
    await fill(stage);
    await finish();
    await mergeStage(client, shopId, toldAt);
    const outcome = await andThen(client);
    await client.query("COMMIT");
    client.release();
    return outcome;
  } catch (error) {
    // With the connection goes what was staged, whatever state a COPY was in.
    client.release(true);
    throw error;
  }
}

/** Temporary tables of this connection, which PostgreSQL drops when the transaction ends, however it ends. */
async function openStage(client: PoolClient): Promise<{ stage: Stage; finish: () => Promise<void> }> {
  for (const table of tables) {
    await client.query(`CREATE TEMP TABLE stage_${table} (${STAGE[table]}) ON COMMIT DROP`);
  }
  const waiting = new Map<StageTable, string>();
  // One COPY at a time on a connection; meanwhile the next rows are read.
  let writing: Promise<void> = Promise.resolve();
  const write = async (smallest: number): Promise<void> => {
    for (const [table, rows] of waiting) {
      if (rows.length < smallest) continue;
      waiting.delete(table);
      await writing;
      writing = copyIn(client, `pg_temp.stage_${table}`, rows);
      // A failure is heard by whoever awaits next; until then it is nobody's.
      writing.catch(() => undefined);
    }
  };
  const add = (rows: readonly StagedRow[]): void => {
    for (const { table, row } of rows) waiting.set(table, (waiting.get(table) ?? "") + row);
  };
  const finish = async (): Promise<void> => {
    await write(1);
    await writing;
    for (const table of tables) await client.query(`ANALYZE pg_temp.stage_${table}`);
  };
  return { stage: { add, drain: () => write(PIECE) }, finish };
}
