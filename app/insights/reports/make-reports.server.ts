import { prisma } from "#app/db.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import { now } from "#app/platform/clock.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { REPORTS } from "./all.server.ts";
import type { Report } from "./report.ts";

/**
 * Makes every report of a shop anew. One that fails keeps its old figures and does not stop the others.
 * @throws AggregateError of what failed, after all were tried.
 */
export async function makeReports(
  shopId: ShopId,
  reports: readonly Report<unknown>[] = REPORTS,
): Promise<void> {
  const failures: unknown[] = [];
  for (const report of reports) {
    try {
      await makeReport(shopId, report);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Reports could not be made");
}

/** All statements of one report see the shop at one moment. */
async function makeReport(shopId: ShopId, { kind, schema, make }: Report<unknown>): Promise<void> {
  await prisma.$transaction(
    async (db) => {
      const start = now();
      // A small shop beside a large one is hardly in the planner's figures: what looks like a few rows to go
      // through one by one is a whole shop squared.
      await db.$executeRaw`SET LOCAL enable_nestloop = off`;
      const made = schema.parse(await make(db, await readShop(db, shopId, start)));
      const seconds = (now().getTime() - start.getTime()) / 1000;
      await db.$executeRaw`
        INSERT INTO report (shop_id, kind, data, made_at, seconds)
        VALUES (${shopId}, ${kind}, ${JSON.stringify(made)}::jsonb, ${start}, ${seconds})
        ON CONFLICT (shop_id, kind) DO UPDATE SET data = EXCLUDED.data, made_at = EXCLUDED.made_at,
          seconds = EXCLUDED.seconds`;
    },
    { maxWait: 10_000, timeout: 3_600_000, isolationLevel: "RepeatableRead" },
  );
}
