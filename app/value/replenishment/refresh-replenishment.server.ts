import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { lockShop } from "../lock-shop.server.ts";
import { inScope, type Scope } from "../scope.server.ts";
import { GIVEN_UP_GAPS, KNOWN_REPEATERS, PRIOR_GAPS } from "./due.ts";

/**
 * What customers in scope are expected to buy again, and when: `due.ts` in SQL. For the whole shop the rhythm of
 * its products is taken anew, too; for a few customers it stays as it is. To be called in a transaction.
 */
export async function refreshReplenishment(db: Db, shop: Shop, scope: Scope): Promise<void> {
  await lockShop(db, shop.id);
  if (scope !== "all") return writeDue(db, shop, scope, boughtProducts(shop, scope));
  // Read twice, and too much to gather each time.
  await db.$executeRaw`CREATE TEMPORARY TABLE bought_product ON COMMIT DROP AS ${boughtProducts(shop, scope)}`;
  await db.$executeRaw`ANALYZE bought_product`;
  await writeProductRhythms(db, shop);
  await writeDue(db, shop, scope, Prisma.sql`SELECT * FROM bought_product`);
  await db.$executeRaw`DROP TABLE bought_product`;
}

/**
 * Each product that each customer bought: on how many different days, the first and the last. Of orders that are
 * purchases; without gift cards, products that are gone, and orders of which all money was given back (which
 * line a smaller refund was for, the mirror does not know).
 */
function boughtProducts(shop: Shop, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT customer_id, product_id, count(*)::int AS purchase_days, max(day) AS last_day, max(day) - min(day) AS own_days
    FROM (
      SELECT DISTINCT bought.customer_id, line.product_id, bought.day
      FROM purchase bought
      JOIN order_line line ON line.shop_id = bought.shop_id AND line.order_id = bought.order_id
      JOIN product ON product.shop_id = line.shop_id AND product.id = line.product_id
      WHERE bought.shop_id = ${shop.id} ${inScope(Prisma.sql`bought.customer_id`, scope)}
        AND bought.day <= ${shop.today}::date
        AND (bought.refunded_minor < bought.gross_minor OR bought.gross_minor = 0)
        AND NOT line.gift_card AND line.quantity > 0 AND NOT product.gift_card AND product.deleted_at IS NULL
    ) days
    GROUP BY customer_id, product_id`;
}

async function writeProductRhythms(db: Db, shop: Shop): Promise<void> {
  await db.$executeRaw`
    DELETE FROM product_rhythm WHERE shop_id = ${shop.id}
      AND NOT EXISTS (SELECT FROM bought_product b WHERE b.product_id = product_rhythm.product_id)`;
  await db.$executeRaw`
    INSERT INTO product_rhythm (shop_id, product_id, buyers, repeaters, typical_days)
    SELECT ${shop.id}, product_id, count(*)::int, count(*) FILTER (WHERE purchase_days >= 2)::int,
      sum(own_days)::float8 / nullif(sum(purchase_days - 1), 0)::float8
    FROM bought_product GROUP BY product_id
    ON CONFLICT (shop_id, product_id) DO UPDATE SET buyers = EXCLUDED.buyers, repeaters = EXCLUDED.repeaters,
      typical_days = EXCLUDED.typical_days
    WHERE (product_rhythm.buyers, product_rhythm.repeaters, product_rhythm.typical_days)
      IS DISTINCT FROM (EXCLUDED.buyers, EXCLUDED.repeaters, EXCLUDED.typical_days)`;
}

async function writeDue(db: Db, shop: Shop, scope: Scope, bought: Prisma.Sql): Promise<void> {
  await db.$executeRaw`
    WITH due AS MATERIALIZED (${dueProducts(shop, bought)}), given_up AS (
      DELETE FROM replenishment kept WHERE kept.shop_id = ${shop.id} ${inScope(Prisma.sql`kept.customer_id`, scope)}
        AND NOT EXISTS (SELECT FROM due WHERE due.customer_id = kept.customer_id AND due.product_id = kept.product_id)
    )
    INSERT INTO replenishment (shop_id, customer_id, product_id, purchase_days, last_day, gap_days, due_day)
    SELECT * FROM due
    ON CONFLICT (shop_id, customer_id, product_id) DO UPDATE SET purchase_days = EXCLUDED.purchase_days,
      last_day = EXCLUDED.last_day, gap_days = EXCLUDED.gap_days, due_day = EXCLUDED.due_day
    WHERE (replenishment.purchase_days, replenishment.last_day, replenishment.gap_days)
      IS DISTINCT FROM (EXCLUDED.purchase_days, EXCLUDED.last_day, EXCLUDED.gap_days)`;
}

function dueProducts(shop: Shop, bought: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${shop.id}::int, customer_id, product_id, purchase_days, last_day, gap_days,
      last_day + floor(gap_days + 0.5)::int AS due_day
    FROM (
      SELECT bought.*, CASE WHEN known.typical_days IS NULL THEN own_days::float8 / nullif(purchase_days - 1, 0)
        ELSE (${PRIOR_GAPS} * known.typical_days + own_days) / (${PRIOR_GAPS} + purchase_days - 1) END AS gap_days
      FROM (${bought}) bought
      LEFT JOIN product_rhythm known ON known.shop_id = ${shop.id} AND known.product_id = bought.product_id
      WHERE purchase_days >= 2
        OR known.repeaters >= ${KNOWN_REPEATERS} AND 2 * known.repeaters >= known.buyers
    ) expected
    WHERE ${shop.today}::date - last_day <= ${GIVEN_UP_GAPS} * gap_days`;
}
