import type { PoolClient } from "pg";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { eachBatch } from "#app/platform/each-batch.server.ts";
import type { TestHistories } from "./histories.ts";
import type { TestTime } from "./test-model.ts";

/**
 * The history of every customer who had bought by `learnedTo`, as of that day, and what they did from then until
 * `testedTo`. To be called in a transaction.
 */
export async function readTestHistories(
  client: PoolClient,
  shop: Shop,
  { learnedTo, testedTo, days }: TestTime,
): Promise<TestHistories> {
  let histories = roomFor(0);
  let index = 0;
  const to = Prisma.sql`${learnedTo}::date`;
  const query = Prisma.sql`
    SELECT count(*) FILTER (WHERE day <= ${to}) - 1, max(day) FILTER (WHERE day <= ${to}) - min(day),
      ${to} - min(day), (sum(net) FILTER (WHERE day <= ${to}) - (array_agg(net ORDER BY day))[1])::float8,
      count(*) FILTER (WHERE day > ${to}), coalesce(sum(net) FILTER (WHERE day > ${to}), 0)::float8,
      count(*) FILTER (WHERE day <= ${to} AND day > ${to} - ${days}::int), count(*) OVER ()
    FROM (
      SELECT customer_id, day, sum(gross_minor - refunded_minor) AS net
      FROM purchase WHERE shop_id = ${shop.id} AND day <= ${testedTo}::date GROUP BY customer_id, day
    ) bought
    GROUP BY customer_id HAVING min(day) <= ${to} ORDER BY 1, 2, 3`;
  for await (const rows of eachBatch(client, query)) {
    for (const [repeats, recency, age, minor, made, madeMinor, madeBefore, customers] of rows) {
      if (index === 0) histories = roomFor(Number(customers));
      histories.repeats[index] = Number(repeats);
      histories.recencyDays[index] = Number(recency);
      histories.ageDays[index] = Number(age);
      histories.repeatMinor[index] = Number(minor);
      histories.made[index] = Number(made);
      histories.madeMinor[index] = Number(madeMinor);
      histories.madeBefore[index] = Number(madeBefore);
      index += 1;
    }
  }
  return histories;
}

function roomFor(customers: number) {
  return {
    repeats: new Int32Array(customers),
    recencyDays: new Int32Array(customers),
    ageDays: new Int32Array(customers),
    repeatMinor: new Float64Array(customers),
    made: new Int32Array(customers),
    madeMinor: new Float64Array(customers),
    madeBefore: new Int32Array(customers),
  };
}
