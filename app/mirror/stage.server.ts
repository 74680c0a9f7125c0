import type { PoolClient } from "pg";
import { copyIn } from "#app/platform/copy-in.server.ts";
import { STAGE, type StagedRow, type StageTable } from "./bulk-rows.ts";

/** A stage that takes rows in any order and holds no more than a few megabytes of them. */
export type Stage = {
  add: (rows: readonly StagedRow[]) => void;
  /** Room for more: waits while PostgreSQL is behind. */
  drain: () => Promise<void>;
  /** Everything is on the stage, and the planner knows how much. */
  finish: () => Promise<void>;
};

const tables = Object.keys(STAGE).filter((name): name is StageTable => name in STAGE);

/** Rows of one kind are written when there are this many characters of them. */
const PIECE = 1 << 20;

/**
 * Sets up an empty stage: temporary tables of this connection, which PostgreSQL drops when the transaction
 * ends, however it ends.
 */
export async function openStage(client: PoolClient): Promise<Stage> {
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
  return {
    add: (rows) => {
      for (const { table, row } of rows) waiting.set(table, (waiting.get(table) ?? "") + row);
    },
    drain: () => write(PIECE),
    finish: async () => {
      await write(1);
      await writing;
      for (const table of tables) await client.query(`ANALYZE pg_temp.stage_${table}`);
    },
  };
}
