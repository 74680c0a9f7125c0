import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopId } from "#app/platform/ids.ts";

/** Writes products that are newer than the mirror's: `from` has the columns of `STAGE.product`. */
export function upsertProducts(shopId: ShopId, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO product AS p (shop_id, id, title, product_type, vendor, gift_card, updated_at)
    SELECT ${shopId}::int, s.id, s.title, s.product_type, s.vendor, s.gift_card, s.updated_at
    FROM ${from} AS s ORDER BY s.id
    ON CONFLICT (shop_id, id) DO UPDATE SET
      title = excluded.title, product_type = excluded.product_type, vendor = excluded.vendor,
      gift_card = excluded.gift_card, updated_at = excluded.updated_at
    WHERE p.updated_at < excluded.updated_at`;
}
