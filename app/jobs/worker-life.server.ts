import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import { pool } from "#app/db.server.ts";
import { logger } from "#app/platform/logger.server.ts";

/** Shared while a worker starts, exclusive while dead ones are looked for: nobody is taken for dead too early. */
const STARTING = "hashtextextended('laurel-worker-starting', 0)";
const LIFE = "hashtextextended('laurel-worker:' || $1, 0)";

export type WorkerLife = {
  /** To run the queue's worker with. */
  events: WorkerEvents;
  /** The name under which the queue locks jobs for this process. */
  liveAs: (name: string) => void;
  /** The worker runs. */
  started: () => Promise<void>;
  end: () => void;
};

/**
 * Holds an advisory lock for as long as this process lives, under the name by which the queue locks its jobs.
 * The queue itself takes a killed worker's jobs for running for four hours.
 */
export async function beginWorkerLife(): Promise<WorkerLife> {
  const client = await pool.connect();
  await client.query(`SELECT pg_advisory_lock_shared(${STARTING})`);
  const events: WorkerEvents = new EventEmitter();
  const locks: Promise<unknown>[] = [];
  const liveAs = (name: string): void => {
    locks.push(client.query(`SELECT pg_advisory_lock(${LIFE})`, [name]));
  };
  events.on("pool:create", ({ workerPool }) => liveAs(workerPool.id));
  const started = async (): Promise<void> => {
    await Promise.all(locks);
    await client.query(`SELECT pg_advisory_unlock_shared(${STARTING})`);
  };
  return { events, liveAs, started, end: () => client.release(true) };
}

/** Sets jobs free that a worker held when it died. */
export async function freeJobsOfDeadWorkers(): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ dead: string[] | null }>(
      `WITH quiet AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(${STARTING}) AS yes),
        holders AS MATERIALIZED (
          SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs, quiet WHERE yes AND locked_by IS NOT NULL)
      SELECT array_agg(id) AS dead FROM holders
      WHERE pg_try_advisory_xact_lock(${LIFE.replace("$1", "id")})`,
    );
    const dead = rows[0]?.dead ?? [];
    if (dead.length > 0) {
      await client.query("SELECT graphile_worker.force_unlock_workers($1)", [dead]);
      logger.warn({ workers: dead }, "jobs of dead workers are free again");
    }
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
