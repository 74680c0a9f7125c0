import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";

/** The planner's figures of a table serve until so many of its rows have changed since they were taken. */
export const CHANGED_SHARE = 0.1;

/**
 * Takes the planner's figures anew of those tables that changed much or were never looked at. What other
 * transactions changed is known at once, what this one did is not.
 */
export async function analyzeChanged(db: Db, tables: readonly string[]): Promise<void> {
  const changed = await db.$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name
    FROM pg_class c LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
    WHERE c.oid = ANY (${tables.map((name) => `"${name}"`)}::regclass[])
      AND (c.reltuples <= 0 OR s.n_mod_since_analyze > ${CHANGED_SHARE} * c.reltuples)`;
  for (const { name } of changed) await analyze(db, name);
}

export async function analyze(db: Db, table: string): Promise<void> {
  await db.$executeRaw`ANALYZE ${Prisma.raw(`"${table}"`)}`;
}
