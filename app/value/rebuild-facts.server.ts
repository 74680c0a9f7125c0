import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { analyze, analyzeChanged, CHANGED_SHARE } from "./analyze-changed.server.ts";
import { dropStale, stalePurchases, writeStale } from "./stale-purchases.server.ts";
import { lockShop } from "./lock-shop.server.ts";
import { writeFacts } from "./write-facts.server.ts";

/**
 * All purchases and facts of a shop worked out anew from the mirror, set by set; only rows that differ are
 * written. To be called in a transaction.
 */
export async function rebuildFacts(db: Db, shop: Shop): Promise<void> {
  await lockShop(db, shop.id);
  // For joins and sums of millions of rows in memory; parallel ones need it all the more.
  await db.$executeRaw`SET LOCAL work_mem = '256MB'`;
  // Right after an import the planner knows nothing of the tables, and would join them row by row.
  await analyzeChanged(db, ["customer", "order", "refund", "purchase"]);
  // A statement that writes is not planned in parallel, one that makes a table is; and as most rows are taken to
  // differ, handing rows over would be thought dear.
  await db.$executeRaw`SET LOCAL parallel_tuple_cost = 0.001`;
  await db.$executeRaw`CREATE TEMP TABLE stale ON COMMIT DROP AS ${stalePurchases(shop, "all")}`;
  await db.$executeRaw(dropStale(shop, "all"));
  const written = await db.$executeRaw(writeStale(shop));
  await db.$executeRaw`DROP TABLE stale`;
  if (written > 0) await analyzeAfter(db, "purchase", written);
  await writeFacts(db, shop, "all");
  await analyzeChanged(db, ["facts"]);
}

async function analyzeAfter(db: Db, table: string, written: number): Promise<void> {
  const [row] = await db.$queryRaw<{ rows: number }[]>`
    SELECT reltuples::float AS rows FROM pg_class WHERE oid = ${`"${table}"`}::regclass`;
  if (written > CHANGED_SHARE * (row?.rows ?? 0)) await analyze(db, table);
}
