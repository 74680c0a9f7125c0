import { Prisma } from "#app/generated/prisma/client.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import type { TouchedOrder } from "./purchase-change.ts";

/** Whom a set-based statement is about: the whole shop, or these customers only. */
export type Scope = "all" | readonly CustomerId[];

/** Which of their orders: every one, or those that changed where nothing else did. */
export type OrderScope = "all" | readonly TouchedOrder[];

/**
 * The condition that narrows a statement to its scope, to stand after another condition. Joined to the numbers, each
 * customer is one look into an index; `= ANY` of hundreds of numbers reads on through the pages between them.
 */
export function inScope(column: Prisma.Sql, scope: Scope): Prisma.Sql {
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
  return Prisma.sql`unnest(${numbers([...new Set(customerIds)])}) AS given (id)`;
}

/** Orders that changed as rows, `touched.customer_id` and `touched.order_id`. */
export function touchedOrders(orders: readonly TouchedOrder[]): Prisma.Sql {
  const [customers, ids] = [orders.map((order) => order.customerId), orders.map((order) => order.orderId)];
  return Prisma.sql`unnest(${numbers(customers)}, ${numbers(ids)}) AS touched (customer_id, order_id)`;
}

/** As one text: a list of parameters by the hundred costs more to hand over than to look up. */
function numbers(ids: readonly bigint[]): Prisma.Sql {
  return Prisma.sql`${`{${ids.join(",")}}`}::bigint[]`;
}
