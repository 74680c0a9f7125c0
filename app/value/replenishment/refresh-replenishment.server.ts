import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { analyzeChanged } from "../analyze-changed.server.ts";
import { lockShop } from "../lock-shop.server.ts";
import { inScope, type Scope } from "../scope.server.ts";
import { isUntouched, lockTouched } from "../touched.server.ts";
import { GIVEN_UP_GAPS, KNOWN_REPEATERS, PRIOR_GAPS } from "./due.ts";

/**
 * What customers in scope are expected to buy again, and when: `due.ts` in SQL. For the whole shop the rhythm of
 * its products is taken anew, too; for a few customers it stays as it is. To be called in a transaction.
 */
export async function refreshReplenishment(db: Db, shop: Shop, scope: Scope): Promise<void> {
  if (scope === "all") return refreshAll(db, shop);
  await lockShop(db, shop.id);
  await writeDue(db, shop, scope, dueProducts(shop, boughtProducts(shop, scope)));
}

/**
 * Works out without a lock what everybody is expected to buy again, and holds the shop's customers up only while what
 * differs is written. Who was touched meanwhile is looked at again.
 */
async function refreshAll(db: Db, shop: Shop): Promise<void> {
  // Right after an import the planner knows nothing of them, and would look each line up by itself.
  await analyzeChanged(db, ["order_line", "product"]);
  // For joins and sorts of millions of rows in memory; parallel ones need it all the more.
  await db.$executeRaw`SET LOCAL work_mem = '256MB'`;
  await db.$executeRaw`CREATE TEMP TABLE bought_product ON COMMIT DROP AS ${boughtProducts(shop, "all")}`;
  await db.$executeRaw`ANALYZE bought_product`;
  await writeProductRhythms(db, shop);
  await db.$executeRaw`
    CREATE TEMP TABLE due_product ON COMMIT DROP AS ${dueProducts(shop, Prisma.sql`SELECT * FROM bought_product`)}`;
  await db.$executeRaw`ANALYZE due_product`;
  const touched = await lockTouched(db, shop.id);
  const untouched = isUntouched(shop.id, Prisma.sql`customer_id`);
  await writeDue(db, shop, "all", Prisma.sql`SELECT * FROM due_product WHERE true ${untouched}`);
  if (touched.length > 0) await refreshReplenishment(db, await readShop(db, shop.id), touched);
  await db.$executeRaw`DROP TABLE bought_product, due_product`;
}

/**
 * Each product that each customer bought: on how many different days, the first and the last. Of orders that are
 * purchases; without gift cards, and orders of which all money was given back (which line a smaller refund was for,
 * the mirror does not know).
 */
function boughtProducts(shop: Shop, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT customer_id, product_id, count(DISTINCT day)::int AS purchase_days, max(day) AS last_day,
      max(day) - min(day) AS own_days
    FROM purchase bought
    JOIN order_line line ON line.shop_id = bought.shop_id AND line.order_id = bought.order_id
    WHERE bought.shop_id = ${shop.id} ${inScope(Prisma.sql`bought.customer_id`, scope)}
      AND bought.day <= ${shop.today}::date
      AND (bought.refunded_minor < bought.gross_minor OR bought.gross_minor = 0)
      AND line.product_id IS NOT NULL AND NOT line.gift_card AND line.quantity > 0
    GROUP BY customer_id, product_id`;
}

/** Of products that can be bought again: gift cards are another thing, and some are gone. */
async function writeProductRhythms(db: Db, shop: Shop): Promise<void> {
  await db.$executeRaw`
    CREATE TEMP TABLE fresh_rhythm ON COMMIT DROP AS
    SELECT product_id, buyers, repeaters, typical_days
    FROM (
      SELECT product_id, count(*)::int AS buyers, count(*) FILTER (WHERE purchase_days >= 2)::int AS repeaters,
        sum(own_days)::float8 / nullif(sum(purchase_days - 1), 0)::float8 AS typical_days
      FROM bought_product GROUP BY product_id
    ) bought
    WHERE ${isSold(shop, Prisma.sql`product_id`)}`;
  await db.$executeRaw`
    DELETE FROM product_rhythm WHERE shop_id = ${shop.id}
      AND NOT EXISTS (SELECT FROM fresh_rhythm f WHERE f.product_id = product_rhythm.product_id)`;
  await db.$executeRaw`
    INSERT INTO product_rhythm (shop_id, product_id, buyers, repeaters, typical_days)
    SELECT ${shop.id}, * FROM fresh_rhythm
    ON CONFLICT (shop_id, product_id) DO UPDATE SET buyers = EXCLUDED.buyers, repeaters = EXCLUDED.repeaters,
      typical_days = EXCLUDED.typical_days
    WHERE (product_rhythm.buyers, product_rhythm.repeaters, product_rhythm.typical_days)
      IS DISTINCT FROM (EXCLUDED.buyers, EXCLUDED.repeaters, EXCLUDED.typical_days)`;
  await db.$executeRaw`DROP TABLE fresh_rhythm`;
}

async function writeDue(db: Db, shop: Shop, scope: Scope, fresh: Prisma.Sql): Promise<void> {
  const others = scope === "all" ? isUntouched(shop.id, Prisma.sql`kept.customer_id`) : Prisma.empty;
  await db.$executeRaw`
    WITH due AS MATERIALIZED (${fresh}), given_up AS (
      DELETE FROM replenishment kept
      WHERE kept.shop_id = ${shop.id} ${inScope(Prisma.sql`kept.customer_id`, scope)} ${others}
        AND NOT EXISTS (SELECT FROM due WHERE due.customer_id = kept.customer_id AND due.product_id = kept.product_id)
    )
    INSERT INTO replenishment (shop_id, customer_id, product_id, purchase_days, last_day, gap_days, due_day)
    SELECT ${shop.id}, * FROM due
    ON CONFLICT (shop_id, customer_id, product_id) DO UPDATE SET purchase_days = EXCLUDED.purchase_days,
      last_day = EXCLUDED.last_day, gap_days = EXCLUDED.gap_days, due_day = EXCLUDED.due_day
    WHERE (replenishment.purchase_days, replenishment.last_day, replenishment.gap_days)
      IS DISTINCT FROM (EXCLUDED.purchase_days, EXCLUDED.last_day, EXCLUDED.gap_days)`;
}

/**
 * Of most products customers bought one once: those are left out before anything else is looked up. Whether a
 * product is sold at all is asked last, of the few that are due.
 */
function dueProducts(shop: Shop, bought: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT customer_id, product_id, purchase_days, last_day, gap_days,
      last_day + floor(gap_days + 0.5)::int AS due_day
    FROM (
      SELECT bought.*, CASE WHEN known.typical_days IS NULL THEN own_days::float8 / nullif(purchase_days - 1, 0)
        ELSE (${PRIOR_GAPS} * known.typical_days + own_days) / (${PRIOR_GAPS} + purchase_days - 1) END AS gap_days
      FROM (${bought}) bought
      LEFT JOIN product_rhythm known ON known.shop_id = ${shop.id} AND known.product_id = bought.product_id
      WHERE purchase_days >= 2 OR bought.product_id IN (
        SELECT product_id FROM product_rhythm WHERE shop_id = ${shop.id}
          AND repeaters >= ${KNOWN_REPEATERS} AND 2 * repeaters >= buyers)
    ) expected
    WHERE ${shop.today}::date - last_day <= ${GIVEN_UP_GAPS} * gap_days
      AND ${isSold(shop, Prisma.sql`product_id`)}`;
}

function isSold(shop: Shop, product: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM product WHERE product.shop_id = ${shop.id} AND product.id = ${product}
    AND NOT product.gift_card AND product.deleted_at IS NULL)`;
}
