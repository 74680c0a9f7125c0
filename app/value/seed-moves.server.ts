import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { dayToDate, type Day } from "#app/platform/time.ts";
import { cutArrays, scoreBy } from "./cut-arrays.server.ts";
import { cutFigures } from "./cut-figures.server.ts";
import { GROUP_NAME } from "./group-names.server.ts";
import { lockShop } from "./lock-shop.server.ts";
import { replayDays } from "./rfm/replay-days.ts";

/**
 * Gives a shop without any earlier move its moves between groups from before Laurel: the groups at the end of
 * each of the last twelve months, cut as the customers were then, from the purchases up to it (less whatever was
 * refunded since). The first month's end is where the history begins; the last move leads to the groups of
 * today. Only that last step holds the shop's customers up. To be called in a transaction.
 */
export async function seedMoves(db: Db, shop: Shop): Promise<void> {
  const known = await db.groupMove.findFirst({
    where: { shopId: shop.id, day: { lt: dayToDate(shop.today) } },
  });
  if (known !== null) return;
  // For sums over millions of purchases in memory.
  await db.$executeRaw`SET LOCAL work_mem = '256MB'`;
  await db.$executeRaw`
    CREATE TEMP TABLE replayed (customer_id bigint PRIMARY KEY, "group" text NOT NULL) ON COMMIT DROP`;
  for (const [index, day] of replayDays(shop.today).entries()) await replay(db, shop, day, index === 0);
  await lockShop(db, shop.id);
  // What moved today already is told again, from the last month's end on.
  await db.$executeRaw`DELETE FROM group_move WHERE shop_id = ${shop.id} AND day = ${shop.today}::date`;
  await db.$executeRaw`
    INSERT INTO group_move (shop_id, customer_id, day, from_group, to_group)
    SELECT ${shop.id}, customer_id, ${shop.today}::date, coalesce(replayed."group", 'prospects'),
      coalesce(now."group", 'prospects')
    FROM replayed
    FULL JOIN (SELECT customer_id, "group" FROM score WHERE shop_id = ${shop.id}) now USING (customer_id)
    WHERE replayed."group" IS DISTINCT FROM now."group"`;
  // Somebody may have been deleted or merged away meanwhile.
  await db.$executeRaw`
    DELETE FROM group_move WHERE shop_id = ${shop.id} AND NOT EXISTS (SELECT FROM facts f
      WHERE f.shop_id = group_move.shop_id AND f.customer_id = group_move.customer_id)`;
}

async function replay(db: Db, shop: Shop, day: Day, begins: boolean): Promise<void> {
  const figures = Prisma.sql`SELECT * FROM figures`;
  await db.$executeRaw`
    WITH figures AS MATERIALIZED (
      SELECT customer_id, max(day) - DATE '1970-01-01' AS recency, count(*) AS frequency,
        sum(gross_minor - refunded_minor) AS monetary, 0 AS money
      FROM purchase WHERE shop_id = ${shop.id} AND day <= ${day}::date
      GROUP BY customer_id
    ), fresh AS MATERIALIZED (
      SELECT customer_id, ${GROUP_NAME} AS "group"
      FROM (
        SELECT customer_id, ${scoreBy("fifths", "recency", Prisma.sql`recency`)} AS recency,
          ${scoreBy("fifths", "frequency", Prisma.sql`frequency`)} AS frequency,
          ${scoreBy("fifths", "monetary", Prisma.sql`monetary`)} AS monetary
        FROM figures CROSS JOIN (${cutArrays(cutFigures(figures, "quantile", 5))}) fifths
      ) scored
    ), moved AS (
      INSERT INTO group_move (shop_id, customer_id, day, from_group, to_group)
      SELECT ${shop.id}, customer_id, ${day}::date, coalesce(replayed."group", 'prospects'), fresh."group"
      FROM fresh LEFT JOIN replayed USING (customer_id)
      WHERE replayed."group" IS DISTINCT FROM fresh."group" AND NOT ${begins}::boolean
    )
    INSERT INTO replayed SELECT customer_id, "group" FROM fresh
    ON CONFLICT (customer_id) DO UPDATE SET "group" = EXCLUDED."group"
    WHERE replayed."group" <> EXCLUDED."group"`;
}
