import type { PoolClient } from "pg";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { eachBatch } from "#app/platform/each-batch.server.ts";
import { buyers } from "./buyers.server.ts";
import type { Histories } from "./histories.ts";

/** The history of every customer with a purchase, as of the shop's day. To be called in a transaction. */
export async function readHistories(client: PoolClient, shop: Shop): Promise<Histories> {
  const histories: Histories = { repeats: [], recencyDays: [], ageDays: [], repeatMinor: [] };
  const query = Prisma.sql`
    SELECT repeats, recency_days, age_days, repeat_minor FROM (${buyers(shop, "all")}) buyer ORDER BY 1, 2, 3`;
  for await (const rows of eachBatch(client, query)) {
    for (const [repeats, recency, age, minor] of rows) {
      histories.repeats.push(Number(repeats));
      histories.recencyDays.push(Number(recency));
      histories.ageDays.push(Number(age));
      histories.repeatMinor.push(Number(minor));
    }
  }
  return histories;
}
