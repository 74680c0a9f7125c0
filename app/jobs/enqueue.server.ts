import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { catalogue, type JobInput, type JobName } from "./catalogue.ts";

/** `keepRunAt`: a waiting job with the same key keeps its time. */
type When = { runAt?: Date; keepRunAt?: boolean };

/**
 * Adds a job within the caller's transaction: it exists exactly when what it is about exists.
 * @throws z.ZodError where the payload does not fit the catalogue.
 */
export async function enqueue<Name extends JobName>(
  db: Db,
  name: Name,
  payload: JobInput<Name>,
  options: When = {},
): Promise<void> {
  await db.$executeRaw`SELECT ${jobCall(name, payload, options)}`;
}

/** The call that adds a job, for a statement that does more. */
export function jobCall<Name extends JobName>(
  name: Name,
  payload: JobInput<Name>,
  options: When = {},
): Prisma.Sql {
  const spec = jobSpec(name, payload);
  const runAt = options.runAt ?? null;
  return Prisma.sql`graphile_worker.add_job(
    ${name}, payload => ${JSON.stringify(payload)}::json, queue_name => ${spec.queue}, run_at => ${runAt}::timestamptz,
    max_attempts => ${spec.maxAttempts}::int, job_key => ${spec.key},
    job_key_mode => ${options.keepRunAt === true ? "preserve_run_at" : "replace"})`;
}

function jobSpec(
  name: JobName,
  payload: unknown,
): { queue: string | null; key: string | null; maxAttempts: number } {
  const definition: {
    payload: { parse: (value: unknown) => unknown };
    key?: (payload: never) => string;
    queue?: (payload: never) => string;
    maxAttempts: number;
  } = catalogue[name];
  const parsed = definition.payload.parse(payload);
  return {
    key: callWith(definition.key, parsed),
    queue: callWith(definition.queue, parsed),
    maxAttempts: definition.maxAttempts,
  };
}

function callWith(make: ((payload: never) => string) | undefined, payload: unknown): string | null {
  return make === undefined ? null : String(Reflect.apply(make, undefined, [payload]));
}
