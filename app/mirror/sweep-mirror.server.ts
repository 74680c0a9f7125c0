import { prisma } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { toShopId, type ShopId } from "#app/platform/ids.ts";
import { logger } from "#app/platform/logger.server.ts";

const MINUTE_MS = 60_000;
/** A message that waits longer than this has no job any more, or one that gave up. */
const STUCK_AFTER_MS = 5 * MINUTE_MS;
const RECONCILE_EVERY_MS = 60 * MINUTE_MS;
/** Far longer than Shopify goes on delivering a message (4 hours). */
const KEEP_DELIVERIES_MS = 14 * 24 * 60 * MINUTE_MS;

/** Finds imports and messages that got stuck and sets them going again; has every shop reconciled each hour. */
export async function sweepMirror(): Promise<void> {
  const shops = await prisma.shop.findMany({ where: { uninstalledAt: null }, select: { id: true } });
  for (const shop of shops) {
    const shopId = toShopId(shop.id);
    try {
      await sweepDeliveries(shopId);
      await sweepImports(shopId);
      await sweepReconciling(shopId);
    } catch (error) {
      logger.error({ shopId, err: error }, "sweep failed for a shop");
    }
  }
}

type Stuck = { id: string; last_error: string | null; gave_up: boolean };

async function sweepDeliveries(shopId: ShopId): Promise<void> {
  const before = new Date(now().getTime() - STUCK_AFTER_MS);
  const stuck = await prisma.$queryRaw<Stuck[]>`
    SELECT d.id, j.last_error, j.id IS NOT NULL AS gave_up
    FROM delivery d
    LEFT JOIN graphile_worker.jobs j ON j.key = 'delivery:' || d.shop_id || ':' || d.id
    WHERE d.shop_id = ${shopId} AND d.state = 'received' AND d.received_at < ${before}
      AND (j.id IS NULL OR j.attempts >= j.max_attempts)`;
  for (const { id, last_error: error, gave_up: gaveUp } of stuck) {
    if (gaveUp) {
      await prisma.delivery.update({
        where: { shopId_id: { shopId, id } },
        data: { state: "failed", error },
      });
    } else await enqueue(prisma, "delivery.apply", { shopId, deliveryId: id });
  }
  const old = new Date(now().getTime() - KEEP_DELIVERIES_MS);
  await prisma.delivery.deleteMany({ where: { shopId, receivedAt: { lt: old } } });
}

async function sweepImports(shopId: ShopId): Promise<void> {
  const stuck = await prisma.$queryRaw<{ id: number }[]>`
    SELECT i.id FROM import i
    WHERE i.shop_id = ${shopId} AND i.state IN ('queued', 'reading')
      AND NOT EXISTS (SELECT FROM graphile_worker.jobs j
        WHERE j.key = 'import:' || i.shop_id AND j.attempts < j.max_attempts)`;
  for (const { id } of stuck) await enqueue(prisma, "import.run", { shopId, importId: id });
}

async function sweepReconciling(shopId: ShopId): Promise<void> {
  const before = new Date(now().getTime() - RECONCILE_EVERY_MS);
  const due = await prisma.shop.findFirst({ where: { id: shopId, reconciledTo: { lt: before } } });
  if (due !== null) await enqueue(prisma, "shop.reconcile", { shopId });
}
