import type { PoolClient } from "pg";
import { prisma } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { bulkLines, type FinishedBulk } from "#app/shopify/bulk-operation.server.ts";
import { customerRow, orderRows, productRow, type StagedRow } from "./bulk-rows.ts";
import type { Phase } from "./phases.ts";
import { throughStage, type Stage } from "./stage.server.ts";

const rowsOf: Record<Phase, (text: string, currency: string) => StagedRow[]> = {
  products: productRow,
  customers: customerRow,
  orders: orderRows,
};

/** Of each phase, the rows that are counted. */
const counted = { products: "product", customers: "customer", orders: "order" } as const;

type Options = {
  /** How many of the phase's things were read so far; at most once a second. */
  onRead?: (count: number) => Promise<void>;
  /** Runs in the same transaction after the merge. */
  andThen: (client: PoolClient, count: number) => Promise<void>;
};

/**
 * Streams the result of a bulk query into the mirror, in any order of lines and in constant memory: staged
 * by COPY, then merged set by set. All or nothing: one transaction.
 */
export async function mirrorBulk(
  shop: { id: ShopId; currency: string },
  phase: Phase,
  finished: FinishedBulk,
  { onRead, andThen }: Options,
): Promise<void> {
  let count = 0;
  const fill = async (stage: Stage): Promise<void> => {
    count = 0;
    let nextReport = performance.now() + 1000;
    for await (const lines of finished.url === null ? [] : bulkLines(finished.url)) {
      for (const line of lines) {
        const rows = rowsOf[phase](line, shop.currency);
        if (rows[0]?.table === counted[phase]) count += 1;
        stage.add(rows);
      }
      await stage.drain();
      if (performance.now() < nextReport) continue;
      await onRead?.(count);
      nextReport = performance.now() + 1000;
    }
  };
  const lines = (await hasLines(shop.id)) ? "staged" : "in place";
  await throughStage(shop.id, finished.startedAt, fill, (client) => andThen(client, count), lines);
}

async function hasLines(shopId: ShopId): Promise<boolean> {
  return (await prisma.orderLine.findFirst({ where: { shopId }, select: { id: true } })) !== null;
}
