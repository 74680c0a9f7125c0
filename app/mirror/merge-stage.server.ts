import type { PoolClient } from "pg";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { mergeReadCustomers } from "./customer-sql.server.ts";
import {
  addUnknownCustomers,
  deleteLines,
  insertLines,
  upsertOrders,
  upsertRefunds,
} from "./order-sql.server.ts";
import { upsertProducts } from "./product-sql.server.ts";

const stage = {
  product: Prisma.sql`pg_temp.stage_product`,
  customer: Prisma.sql`pg_temp.stage_customer`,
  order: Prisma.sql`pg_temp.stage_order`,
  line: Prisma.sql`pg_temp.stage_line`,
  gift: Prisma.sql`pg_temp.stage_gift`,
  refund: Prisma.sql`pg_temp.stage_refund`,
  written: Prisma.sql`pg_temp.stage_written`,
};

/** What the merge wrote: orders with their customers, and new customers without an order. */
const WRITTEN = "CREATE TEMP TABLE stage_written (id bigint, customer_id bigint) ON COMMIT DROP";

const gifts = Prisma.sql`(
  SELECT order_id, sum(total_minor)::bigint AS minor, sum(refunded_minor)::bigint AS refunded_minor
  FROM ${stage.gift} GROUP BY order_id)`;

/** Orders with what their lines tell: gift cards among them. */
const orders = Prisma.sql`(
  SELECT o.*, coalesce(g.minor, 0) AS gift_card_minor
  FROM ${stage.order} AS o LEFT JOIN ${gifts} AS g ON g.order_id = o.id)`;

/**
 * A share of the order's refunded part for a refund, in proportion to the money it gave back: bulk queries
 * tell the parts of all refunds together. The shares add up to the part exactly.
 */
function share(part: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN r.all_minor = 0 THEN 0 ELSE
    round(${part} * r.so_far / r.all_minor) - round(${part} * (r.so_far - r.total_minor) / r.all_minor) END::bigint`;
}

const refunds = Prisma.sql`(
  SELECT r.order_id, r.id, r.created_at, r.total_minor, ${share(Prisma.sql`o.refunded_shipping_minor`)} AS shipping_minor,
    ${share(Prisma.sql`o.refunded_tax_minor`)} AS tax_minor, ${share(Prisma.sql`coalesce(g.refunded_minor, 0)`)} AS gift_card_minor
  FROM (
    SELECT *, sum(total_minor) OVER (PARTITION BY order_id) AS all_minor,
      sum(total_minor) OVER (PARTITION BY order_id ORDER BY created_at, id) AS so_far
    FROM ${stage.refund}
  ) AS r
  JOIN ${stage.order} AS o ON o.id = r.order_id
  LEFT JOIN ${gifts} AS g ON g.order_id = r.order_id)`;

/** Somebody else wrote to the shop's orders: their lines have to go by the stage. */
export class NotAlone extends Error {
  override readonly name = "NotAlone";
}

/**
 * Merges the stage into the mirror; `toldAt` is when the reading began. Where the lines are in place already,
 * that holds only if all orders are written.
 * @throws NotAlone where lines are in place that should not be.
 */
export async function mergeStage(
  client: PoolClient,
  shopId: ShopId,
  toldAt: Date,
  lines: "staged" | "in place",
): Promise<void> {
  await client.query(WRITTEN);
  await run(client, upsertProducts(shopId, stage.product));
  await run(
    client,
    Prisma.sql`WITH told AS (${mergeReadCustomers(shopId, toldAt, stage.customer)})
      INSERT INTO ${stage.written} SELECT NULL, id FROM told WHERE is_new`,
  );
  await run(client, addUnknownCustomers(shopId, stage.order));
  const written = await run(
    client,
    Prisma.sql`WITH written AS (${upsertOrders(shopId, toldAt, orders)})
      INSERT INTO ${stage.written} SELECT id, customer_id FROM written`,
  );
  await client.query("ANALYZE pg_temp.stage_written");
  if (lines === "staged") {
    await run(client, deleteLines(shopId, stage.written));
    await run(client, insertLines(shopId, stage.written, stage.line));
  } else if (written < (await countOrders(client))) throw new NotAlone();
  await run(client, upsertRefunds(shopId, stage.written, refunds));
}

async function countOrders(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>("SELECT count(*)::int FROM pg_temp.stage_order");
  return rows[0]?.count ?? 0;
}

/** Customers who are new or of whom an order changed by the merge, before the transaction ends. */
export async function mergedCustomers(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT DISTINCT customer_id::text AS id FROM pg_temp.stage_written WHERE customer_id IS NOT NULL",
  );
  return rows.map(({ id }) => id);
}

async function run(client: PoolClient, sql: Prisma.Sql): Promise<number> {
  return (await client.query(sql.text, sql.values)).rowCount ?? 0;
}
