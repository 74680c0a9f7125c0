import type { PoolClient } from "pg";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { eachBatch } from "#app/platform/each-batch.server.ts";
import { buyers } from "./buyers.server.ts";
import type { Histories } from "./histories.ts";

/** The history of every customer with a purchase, as of the shop's day. To be called in a transaction. */
export async function readHistories(client: PoolClient, shop: Shop): Promise<Histories> {
  let histories = roomFor(0);
  let index = 0;
  const query = Prisma.sql`
    SELECT repeats, recency_days, age_days, repeat_minor, count(*) OVER () FROM (${buyers(shop, "all")}) buyer
    ORDER BY 1, 2, 3`;
  for await (const rows of eachBatch(client, query)) {
    for (const [repeats, recency, age, minor, customers] of rows) {
      if (index === 0) histories = roomFor(Number(customers));
      histories.repeats[index] = Number(repeats);
      histories.recencyDays[index] = Number(recency);
      histories.ageDays[index] = Number(age);
      histories.repeatMinor[index] = Number(minor);
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
  };
}
