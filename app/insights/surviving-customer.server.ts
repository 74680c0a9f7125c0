import { prisma } from "#app/db.server.ts";
import { toCustomerId, type CustomerId, type ShopId } from "#app/platform/ids.ts";

/** The customer that one was merged into, however often that happened; herself where she was not. */
export async function survivingCustomer(shopId: ShopId, customerId: CustomerId): Promise<CustomerId> {
  // UNION drops what was met before: two that were merged into each other end the search.
  const [last] = await prisma.$queryRaw<{ id: bigint }[]>`
    WITH RECURSIVE chain AS (
      SELECT id, merged_into FROM customer WHERE shop_id = ${shopId} AND id = ${customerId}
      UNION
      SELECT c.id, c.merged_into FROM customer c JOIN chain ON c.id = chain.merged_into
      WHERE c.shop_id = ${shopId}
    )
    SELECT id FROM chain WHERE merged_into IS NULL`;
  return last === undefined ? customerId : toCustomerId(last.id);
}
