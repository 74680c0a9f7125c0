import { describe, expect, it } from "vitest";
import { pool } from "#app/db.server.ts";
import { beginWorkerLife, freeJobsOfDeadWorkers } from "./worker-life.server.ts";

/** A job that a worker of the given name has taken. */
async function takenBy(worker: string): Promise<void> {
  await pool.query("SELECT graphile_worker.add_job('stuck.sweep', queue_name => $1)", [`queue ${worker}`]);
  const { rows } = await pool.query<{ id: string | null }>(
    "SELECT id FROM graphile_worker.jobs WHERE locked_by IS NULL ORDER BY id DESC LIMIT 1",
  );
  await pool.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now(), attempts = 1 WHERE id = $2`,
    [worker, rows[0]?.id],
  );
  await pool.query(
    `UPDATE graphile_worker._private_job_queues SET locked_by = $1, locked_at = now() WHERE queue_name = $2`,
    [worker, `queue ${worker}`],
  );
}

async function holders(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT locked_by AS id FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
     UNION ALL SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

describe("a worker's life", () => {
  it("keeps its jobs while it lives and sets them free when it dies, though others go on", async () => {
    const [one, other] = [await beginWorkerLife(), await beginWorkerLife()];
    one.liveAs("pool-one");
    other.liveAs("pool-other");
    await Promise.all([one.started(), other.started()]);
    await takenBy("pool-one");
    await takenBy("pool-other");
    await freeJobsOfDeadWorkers();
    expect(await holders()).toEqual(["pool-one", "pool-one", "pool-other", "pool-other"]);
    one.end();
    await expect
      .poll(async () => {
        await freeJobsOfDeadWorkers();
        return holders();
      })
      .toEqual(["pool-other", "pool-other"]);
    other.end();
  });

  it("takes nobody for dead while a worker starts", async () => {
    const starting = await beginWorkerLife();
    await takenBy("pool-gone");
    await freeJobsOfDeadWorkers();
    expect(await holders()).toContain("pool-gone");
    await starting.started();
    await freeJobsOfDeadWorkers();
    expect(await holders()).not.toContain("pool-gone");
    starting.end();
  });
});
