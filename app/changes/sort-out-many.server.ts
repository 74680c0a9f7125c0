import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { bulkLines, waitForBulk } from "#app/shopify/bulk-operation.server.ts";
import { startBulkQuery } from "#app/shopify/bulk-query.server.ts";
import { ALL_CUSTOMERS_NOW } from "#app/shopify/operations/all-customers-now.ts";
import type { CustomerNow } from "./customers-now.server.ts";
import { changeSchema } from "./model.ts";
import { settleChanges } from "./settle-changes.server.ts";
import { sortOut, type CustomerChange } from "./sort-out.ts";

const lineSchema = z.object({
  id: z.string(),
  tags: z.array(z.string()),
  standing: z.object({ value: z.string() }).nullable(),
});

/** Customers looked at together: bounds memory, and the number of statements. */
const BATCH = 2000;

/**
 * Reads what every customer has in Shopify by one bulk query, and settles the changes for which nothing is
 * to be sent: already so, drifted, or whose customer is gone. Memory does not grow with the shop.
 */
export async function sortOutMany(client: AdminClient, shopId: ShopId, planId: number): Promise<void> {
  const operation = await startBulkQuery(client, ALL_CUSTOMERS_NOW);
  const { url } = await waitForBulk(client, operation);
  let batch = new Map<string, CustomerNow>();
  if (url !== null) {
    for await (const lines of bulkLines(url)) {
      for (const text of lines) {
        const { id, tags, standing } = lineSchema.parse(JSON.parse(text));
        batch.set(id, { tags, standing: standing?.value ?? null });
      }
      if (batch.size < BATCH) continue;
      await sortOutBatch(shopId, planId, batch);
      batch = new Map();
    }
  }
  await sortOutBatch(shopId, planId, batch);
}

async function sortOutBatch(
  shopId: ShopId,
  planId: number,
  now: ReadonlyMap<string, CustomerNow>,
): Promise<void> {
  const rows = await prisma.change.findMany({
    where: { shopId, planId, state: { in: ["approved", "sending"] }, subject: { in: [...now.keys()] } },
  });
  const changes = rows.map((row) => ({ ...changeSchema.parse(row), id: row.id })).filter(isCustomerChange);
  await settleChanges(prisma, shopId, sortOut(changes, now).settled);
}

function isCustomerChange(change: { kind: string }): change is CustomerChange {
  return change.kind === "customer.tags" || change.kind === "customer.standing";
}
