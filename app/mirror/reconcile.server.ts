import { prisma } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { now } from "#app/platform/clock.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { adminClient } from "#app/shopify/admin-client.server.ts";
import { waitForBulk } from "#app/shopify/bulk-operation.server.ts";
import { startBulkQuery } from "#app/shopify/bulk-query.server.ts";
import { BULK_QUERIES } from "./bulk-queries.ts";
import { mergedCustomers } from "./merge-stage.server.ts";
import { mirrorBulk } from "./mirror-bulk.server.ts";
import { PHASES } from "./phases.ts";

/** Shopify's search lags behind its writes: this much is read twice. */
const OVERLAP_MS = 10 * 60_000;
/** More customers than this are refreshed with the whole shop, in one statement. */
const FEW = 1000;

/**
 * Reads again what changed in the shop since it was last read, for webhooks that were lost. What the mirror
 * knows already stays untouched. Deletions leave nothing to read: they are known by webhook alone. Waits for
 * the first import, which reads everything.
 */
export async function reconcile(shopId: ShopId): Promise<void> {
  const shop = await prisma.shop.findUnique({ where: { id: shopId } });
  if (!shop?.reconciledTo || shop.uninstalledAt !== null) return;
  const startedAt = now();
  const client = adminClient(shop.domain);
  const since = new Date(shop.reconciledTo.getTime() - OVERLAP_MS);
  const filter = `updated_at:>='${since.toISOString()}'`;
  const touched = new Set<string>();
  for (const phase of PHASES) {
    const gid = await startBulkQuery(client, BULK_QUERIES[phase], { filter });
    const finished = await waitForBulk(client, gid);
    await mirrorBulk({ id: shopId, currency: shop.currency }, phase, finished, {
      andThen: async (connection) => {
        for (const id of await mergedCustomers(connection)) touched.add(id);
      },
    });
  }
  await prisma.$transaction(async (db) => {
    await db.shop.update({ where: { id: shopId }, data: { reconciledTo: startedAt } });
    if (touched.size > FEW) await enqueue(db, "shop.refresh", { shopId, cause: "repair" });
    else if (touched.size > 0) await enqueue(db, "customers.refresh", { shopId, customerIds: [...touched] });
  });
}
