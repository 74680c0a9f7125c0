import { Logger, parseCronItems, run, type Runner, type TaskList } from "graphile-worker";
import { pool } from "#app/db.server.ts";
import { RetryableError } from "#app/platform/errors.ts";
import { logger } from "#app/platform/logger.server.ts";
import { catalogue } from "./catalogue.ts";
import type { Handlers } from "./handlers/index.server.ts";
import { beginWorkerLife, freeJobsOfDeadWorkers } from "./worker-life.server.ts";

const LOOK_EVERY_MS = 30_000;

/** The queue's own words; what comes of a job is told below. */
const queueLogger = new Logger(({ jobId }) => (level, message) => {
  const pinoLevel = level === "warning" ? "warn" : level === "info" ? "debug" : level;
  logger[pinoLevel]({ jobId }, message);
});

/** Starts a worker for every job in the catalogue. As many as wanted may run beside each other. */
export async function runWorker(handlers: Handlers, concurrency = 4): Promise<Runner> {
  const items = Object.entries(catalogue).flatMap(([task, { cron }]) =>
    cron === undefined ? [] : { task, match: cron },
  );
  const life = await beginWorkerLife();
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    logger: queueLogger,
    pollInterval: 1000,
    events: life.events,
    taskList: taskList(handlers),
    parsedCronItems: parseCronItems(items),
  });
  await life.started();
  await freeJobsOfDeadWorkers();
  const looking = setInterval(() => void lookForDead(), LOOK_EVERY_MS);
  const end = (): void => {
    clearInterval(looking);
    life.end();
  };
  runner.promise.then(end, end);
  return runner;
}

async function lookForDead(): Promise<void> {
  await freeJobsOfDeadWorkers().catch((error: unknown) => {
    logger.error({ err: error }, "could not look for dead workers");
  });
}

function taskList(handlers: Handlers): TaskList {
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, definition]) => [
      name,
      async (raw: unknown) => {
        const payload: unknown = definition.payload.parse(raw);
        await runHandler(name, Reflect.get(handlers, name), payload);
      },
    ]),
  );
}

async function runHandler(name: string, handler: unknown, payload: unknown): Promise<void> {
  if (typeof handler !== "function") throw new Error(`No handler for the job ${name}`);
  const started = performance.now();
  try {
    await Reflect.apply(handler, undefined, [payload]);
    logger.debug({ job: name, ms: Math.round(performance.now() - started) }, "job done");
  } catch (error) {
    const retryable = error instanceof RetryableError;
    logger[retryable ? "info" : "error"](
      { job: name, err: error },
      retryable ? "job waits and tries again" : "job failed",
    );
    throw error;
  }
}
