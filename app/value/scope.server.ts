import { Prisma } from "#app/generated/prisma/client.ts";
import type { CustomerId } from "#app/platform/ids.ts";

/** Whom a set-based statement is about: the whole shop, or these customers only. */
export type Scope = "all" | readonly CustomerId[];

/**
 * The condition that narrows a statement to its scope, to stand after another condition. Joined to the numbers, each
 * customer is one look into an index; `= ANY` of hundreds of numbers reads on through the pages between them.
 */
export function inScope(column: Prisma.Sql, scope: Scope): Prisma.Sql {
  return scope === "all"
    ? Prisma.empty
    : Prisma.sql`AND ${column} IN (SELECT unnest(${scope.map(String)}::bigint[]))`;
}
