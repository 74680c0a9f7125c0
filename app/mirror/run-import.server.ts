import { prisma } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { AppError, RetryableError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { logger } from "#app/platform/logger.server.ts";
import { adminClient, type AdminClient } from "#app/shopify/admin-client.server.ts";
import { BulkFailed, waitForBulk } from "#app/shopify/bulk-operation.server.ts";
import { startBulkQuery } from "#app/shopify/bulk-query.server.ts";
import { IMPORT_TOTALS } from "#app/shopify/operations/import-totals.ts";
import { BULK_QUERIES } from "./bulk-queries.ts";
import { mirrorBulk } from "./mirror-bulk.server.ts";
import { PHASES, phaseAfter, phaseOf, type Phase } from "./phases.ts";

/** A phase whose bulk operation comes to nothing is tried this often before the import gives up. */
const TRIES = 3;

type Running = { shopId: ShopId; importId: number; currency: string; client: AdminClient };

/**
 * Reads the shop's products, customers and orders into the mirror. Goes on where an earlier run stopped: with
 * the same phase and, while Shopify keeps it, the same bulk operation. At the end everything that follows
 * from the mirror is rebuilt by a job. Where Shopify refuses for good, the import is marked failed.
 * @throws RetryableError where Shopify is busy or out of reach.
 */
export async function runImport(shopId: ShopId, importId: number): Promise<void> {
  const row = await prisma.import.findUnique({ where: { shopId_id: { shopId, id: importId } } });
  if (row === null || row.state === "done" || row.state === "failed") return;
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const running = { shopId, importId, currency: shop.currency, client: adminClient(shop.domain) };
  try {
    if (row.state === "queued") await begin(running);
    for (const phase of PHASES.slice(PHASES.indexOf(phaseOf(row.phase)))) await readPhase(running, phase);
    await finish(running);
  } catch (error) {
    if (error instanceof RetryableError || !(error instanceof AppError)) throw error;
    logger.error({ shopId, importId, err: error }, "import failed");
    const data = { state: "failed", error: error.userMessage ?? "importFailed", finishedAt: now() };
    await prisma.import.update({ where: { shopId_id: { shopId, id: importId } }, data });
  }
}

async function begin({ shopId, importId, client }: Running): Promise<void> {
  const totals = await client.run(IMPORT_TOTALS, {});
  await prisma.import.update({
    where: { shopId_id: { shopId, id: importId } },
    data: {
      state: "reading",
      productsTotal: totals.productsCount?.count ?? null,
      customersTotal: totals.customersCount?.count ?? null,
      ordersTotal: totals.ordersCount?.count ?? null,
    },
  });
}

async function readPhase(running: Running, phase: Phase): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await readOnce(running, phase);
      return;
    } catch (error) {
      if (!(error instanceof BulkFailed) || attempt === TRIES) throw error;
      logger.warn({ shopId: running.shopId, phase, attempt, err: error }, "bulk query came to nothing");
      await rememberOperation(running, null);
    }
  }
}

async function readOnce(running: Running, phase: Phase): Promise<void> {
  const { shopId, importId, currency, client } = running;
  const where = { shopId_id: { shopId, id: importId } };
  const gid = await operationOf(running, phase);
  const finished = await waitForBulk(client, gid);
  await mirrorBulk({ id: shopId, currency }, phase, finished, {
    onRead: async (count) => {
      await prisma.import.update({ where, data: { [phase]: count } });
    },
    andThen: async (connection, count) => {
      await connection.query(
        `UPDATE import SET ${phase} = $3, phase = $4, operation_gid = NULL WHERE shop_id = $1 AND id = $2`,
        [shopId, importId, count, phaseAfter(phase) ?? phase],
      );
    },
  });
}

/** The phase's bulk operation: the one that an earlier run started, else a new one. */
async function operationOf(running: Running, phase: Phase): Promise<string> {
  const { shopId, importId, client } = running;
  const row = await prisma.import.findUniqueOrThrow({ where: { shopId_id: { shopId, id: importId } } });
  if (row.operationGid !== null) return row.operationGid;
  const gid = await startBulkQuery(client, BULK_QUERIES[phase]);
  await rememberOperation(running, gid);
  return gid;
}

async function rememberOperation({ shopId, importId }: Running, operationGid: string | null): Promise<void> {
  await prisma.import.update({ where: { shopId_id: { shopId, id: importId } }, data: { operationGid } });
}

async function finish({ shopId, importId }: Running): Promise<void> {
  await prisma.$transaction(async (db) => {
    const { startedAt } = await db.import.update({
      where: { shopId_id: { shopId, id: importId } },
      data: { state: "done", finishedAt: now() },
    });
    await db.shop.update({ where: { id: shopId }, data: { reconciledTo: startedAt } });
    await enqueue(db, "shop.refresh", { shopId, cause: "import" });
  });
}
