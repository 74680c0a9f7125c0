import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { now } from "#app/platform/clock.server.ts";
import type { ShopId } from "#app/platform/ids.ts";

const LEAST_MS = 15_000;
/** Of a shop's time, at most a thirtieth goes into its reports. */
const PAUSE = 30;

/**
 * Asks for new reports after something changed: soon where they are quickly made, less often where they are
 * dear. Who asks again meanwhile does not put them off.
 */
export async function requestReports(db: Db, shopId: ShopId): Promise<void> {
  const { _sum } = await db.report.aggregate({ where: { shopId }, _sum: { seconds: true } });
  const pause = Math.max(LEAST_MS, PAUSE * 1000 * (_sum.seconds ?? 0));
  await enqueue(
    db,
    "reports.make",
    { shopId },
    { runAt: new Date(now().getTime() + pause), keepRunAt: true },
  );
}
