import { Prisma } from "#app/generated/prisma/client.ts";
import type { CustomerId, OrderId } from "#app/platform/ids.ts";

/** Whom a set-based statement is about: the whole shop, or these customers only. */
export type Scope = "all" | readonly CustomerId[];

/** Which of their orders: every one, or those that are known to have changed. */
export type OrderScope = "all" | readonly OrderId[];

/**
 * The condition that narrows a statement to its scope, to stand after another condition. Joined to the numbers, each
 * customer is one look into an index; `= ANY` of hundreds of numbers reads on through the pages between them.
 */
export function inScope(column: Prisma.Sql, scope: Scope | OrderScope): Prisma.Sql {
  return scope === "all" ? Prisma.empty : Prisma.sql`AND ${column} IN (SELECT unnest(${numbers(scope)}))`;
}

/**
 * As `inScope`, and narrowed to the customers of whom there is no row of `others` (a selection about the customer
 * it is given). Of a few, only those without one are looked up.
 */
export function inScopeWithout(
  column: Prisma.Sql,
  scope: Scope,
  others: (customer: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
  return scope === "all"
    ? Prisma.sql`AND NOT EXISTS (${others(column)})`
    : Prisma.sql`AND ${column} IN (
        SELECT given.id FROM ${givenCustomers(scope)} WHERE NOT EXISTS (${others(Prisma.sql`given.id`)}))`;
}

/** A few customers as rows, `given.id`. */
export function givenCustomers(customerIds: readonly CustomerId[]): Prisma.Sql {
  return Prisma.sql`unnest(${numbers(customerIds)}) AS given (id)`;
}

/** As one text: a list of parameters by the hundred costs more to hand over than to look up. */
function numbers(ids: readonly bigint[]): Prisma.Sql {
  return Prisma.sql`${`{${ids.join(",")}}`}::bigint[]`;
}
