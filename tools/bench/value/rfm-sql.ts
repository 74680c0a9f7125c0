import { GROUP_CELLS } from "#app/value/rfm/group.ts";

/** What differs between the two databases that the statement runs on. */
export type Dialect = {
  /** The shop day of an instant. */
  day: (instant: string) => string;
  /** A whole number of any size. */
  wide: string;
};

/**
 * The plain statement: recency, frequency, monetary, fifths and Shopify's groups of all customers from orders and
 * refunds, written as an analyst would, by the app's definition of a purchase (tax and shipping count). Nothing of
 * it is shared with the app but the grid of groups.
 */
export function rfmSql(shopId: number, { day }: Dialect): string {
  const cells = GROUP_CELLS.map(({ recency, mean, group }) => `(${recency}, ${mean}, '${group}')`).join(", ");
  return `
    WITH refunded AS (
      SELECT order_id, sum(greatest(0, total_minor - gift_card_minor)) AS minor
      FROM refund WHERE shop_id = ${shopId} GROUP BY order_id
    ), figures AS (
      SELECT o.customer_id, max(${day("o.processed_at")}) AS last_day, count(*) AS frequency,
        sum(greatest(0, o.total_minor - o.gift_card_minor)
          - least(greatest(0, o.total_minor - o.gift_card_minor), coalesce(refunded.minor, 0))) AS net_minor
      FROM "order" o
      JOIN customer c ON c.shop_id = o.shop_id AND c.id = o.customer_id
      LEFT JOIN refunded ON refunded.order_id = o.id
      WHERE o.shop_id = ${shopId} AND c.deleted_at IS NULL AND c.merged_into IS NULL AND NOT o.test
        AND o.cancelled_at IS NULL AND o.deleted_at IS NULL
        AND o.financial_status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')
      GROUP BY o.customer_id
    ), scored AS (
      SELECT *,
        CAST(floor(5 * (rank() OVER (ORDER BY last_day) - 1) / count(*) OVER ()) AS int) + 1 AS r,
        CAST(floor(5 * (rank() OVER (ORDER BY frequency) - 1) / count(*) OVER ()) AS int) + 1 AS f,
        CAST(floor(5 * (rank() OVER (ORDER BY net_minor) - 1) / count(*) OVER ()) AS int) + 1 AS m
      FROM figures
    )
    SELECT scored.*, cell.name AS group_name
    FROM scored JOIN (VALUES ${cells}) AS cell (recency, mean, name)
      ON cell.recency = scored.r AND cell.mean = CAST(floor((scored.f + scored.m + 1) / 2) AS int)`;
}

/** Sums that differ where any customer's row does, as one text; `from` has the columns of the plain statement. */
export function digestSql(from: string, { wide }: Dialect): string {
  const sums = ["1", "frequency", "net_minor", "last_day - DATE '2000-01-01'", "100 * r + 10 * f + m"].map(
    (value) => `sum(CAST(customer_id AS ${wide}) * CAST(${value} AS ${wide}))`,
  );
  const groups = GROUP_CELLS.map(({ group }) => group)
    .filter((group, index, all) => all.indexOf(group) === index)
    .map((group) => `count(*) FILTER (WHERE group_name = '${group}')`);
  const parts = ["count(*)", ...sums, ...groups].map((sum) => `CAST(${sum} AS text)`);
  return `SELECT concat_ws(' ', ${parts.join(", ")}) AS digest FROM ${from}`;
}
