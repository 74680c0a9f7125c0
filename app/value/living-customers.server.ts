import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { givenCustomers, inScope, type OrderScope, type Scope } from "./scope.server.ts";

/**
 * The ids of the customers in scope who are neither deleted nor merged away. Where only orders changed, those who
 * have facts are known to be: who goes is refreshed without regard to orders, and loses them.
 */
export function livingCustomers(shop: Shop, scope: Scope, orders: OrderScope): Prisma.Sql {
  const living = Prisma.sql`
    SELECT id FROM customer c WHERE shop_id = ${shop.id} AND deleted_at IS NULL AND merged_into IS NULL`;
  if (scope === "all" || orders === "all") return Prisma.sql`${living} ${inScope(Prisma.sql`id`, scope)}`;
  const facts = Prisma.sql`SELECT FROM facts f WHERE f.shop_id = ${shop.id} AND f.customer_id = given.id`;
  return Prisma.sql`
    SELECT given.id FROM ${givenCustomers(scope)} WHERE EXISTS (${facts})
    UNION ALL
    SELECT given.id FROM ${givenCustomers(scope)} WHERE NOT EXISTS (${facts}) AND EXISTS (${living} AND c.id = given.id)`;
}
