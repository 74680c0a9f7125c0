import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";

/** Keeps the tags that Shopify named in an answer: nobody has to wait for the webhook that says the same. */
export async function noteCustomerTags(
  db: Db,
  shopId: ShopId,
  customers: readonly { id: bigint; tags: readonly string[] }[],
): Promise<void> {
  if (customers.length === 0) return;
  const rows = JSON.stringify(customers.map(({ id, tags }) => ({ id: id.toString(), tags })));
  await db.$executeRaw`
    UPDATE customer SET tags = row.tags
    FROM jsonb_to_recordset(${rows}::jsonb) AS row(id bigint, tags text[])
    WHERE customer.shop_id = ${shopId} AND customer.id = row.id`;
}
