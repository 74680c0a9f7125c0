import { DatabaseError, type PoolClient } from "pg";
import { pool } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { copyIn } from "#app/platform/copy-in.server.ts";
import { mergeStage, NotAlone } from "./merge-stage.server.ts";
import { STAGE, type StagedRow, type StageTable } from "./bulk-rows.ts";

/** A stage that takes rows in any order and holds no more than a few megabytes of them. */
export type Stage = {
  add: (rows: readonly StagedRow[]) => void;
  /** Room for more: waits while PostgreSQL is behind. */
  drain: () => Promise<void>;
};

const tables = Object.keys(STAGE).filter((name): name is StageTable => name in STAGE);

const LINE_COLUMNS = STAGE.line.replaceAll(/ \w+(?=,|$)/g, "");

/** Rows of one kind are written when there are this many characters of them. */
const PIECE = 1 << 20;

/**
 * Brings what `fill` puts on a stage into the mirror, in one transaction with `andThen`: all or nothing.
 * `toldAt` is when Shopify began to tell it. Lines "in place" are copied straight to where they belong, at half
 * the cost, for a shop without any: `fill` is called once more, for the stage, when that was not so.
 */
export async function throughStage<Outcome>(
  shopId: ShopId,
  toldAt: Date,
  fill: (stage: Stage) => Promise<void>,
  andThen: (client: PoolClient) => Promise<Outcome>,
  lines: "staged" | "in place" = "staged",
): Promise<Outcome> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { stage, finish } = await openStage(client, lines === "staged" ? undefined : shopId);
    await fill(stage);
    await finish();
    await mergeStage(client, shopId, toldAt, lines);
    const outcome = await andThen(client);
    await client.query("COMMIT");
    client.release();
    return outcome;
  } catch (error) {
    // With the connection goes what was staged, whatever state a COPY was in.
    client.release(true);
    if (lines === "in place" && isCollision(error)) return throughStage(shopId, toldAt, fill, andThen);
    throw error;
  }
}

/** A webhook wrote the same lines, before us or at the same time. */
function isCollision(error: unknown): boolean {
  if (error instanceof NotAlone) return true;
  return error instanceof DatabaseError && (error.code === UNIQUE_VIOLATION || error.code === DEADLOCK);
}

const UNIQUE_VIOLATION = "23505";
const DEADLOCK = "40P01";

/**
 * Temporary tables of this connection, which PostgreSQL drops when the transaction ends, however it ends.
 * With `linesOf` the lines go straight to that shop's.
 */
async function openStage(
  client: PoolClient,
  linesOf: ShopId | undefined,
): Promise<{ stage: Stage; finish: () => Promise<void> }> {
  for (const table of tables) {
    await client.query(`CREATE TEMP TABLE stage_${table} (${STAGE[table]}) ON COMMIT DROP`);
  }
  const lineTable = linesOf === undefined ? "pg_temp.stage_line" : `order_line (shop_id, ${LINE_COLUMNS})`;
  const lineStart = linesOf === undefined ? "" : `${linesOf}\t`;
  const waiting = new Map<StageTable, string>();
  // One COPY at a time on a connection; meanwhile the next rows are read.
  let writing: Promise<void> = Promise.resolve();
  const write = async (smallest: number): Promise<void> => {
    for (const [table, rows] of waiting) {
      if (rows.length < smallest) continue;
      waiting.delete(table);
      await writing;
      writing = copyIn(client, table === "line" ? lineTable : `pg_temp.stage_${table}`, rows);
      // A failure is heard by whoever awaits next; until then it is nobody's.
      writing.catch(() => undefined);
    }
  };
  const add = (rows: readonly StagedRow[]): void => {
    for (const { table, row } of rows) {
      waiting.set(table, (waiting.get(table) ?? "") + (table === "line" ? lineStart : "") + row);
    }
  };
  const finish = async (): Promise<void> => {
    await write(1);
    await writing;
    for (const table of tables) await client.query(`ANALYZE pg_temp.stage_${table}`);
  };
  return { stage: { add, drain: () => write(PIECE) }, finish };
}
