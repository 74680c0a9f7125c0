import { prisma } from "#app/db.server.ts";
import { noteCustomerTags } from "#app/mirror/note-customer-tags.server.ts";
import { numberInGid } from "#app/platform/ids.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { customersNow } from "./customers-now.server.ts";
import { sendStanding, sendTags, type Sent } from "./send-one-customer.server.ts";
import { settleChanges } from "./settle-changes.server.ts";
import { sortOut, type CustomerChange } from "./sort-out.ts";

/** Sends a handful of customers' changes one by one, under the cost bucket; each is settled as it is done. */
export async function sendFewCustomers(
  client: AdminClient,
  shopId: ShopId,
  changes: readonly CustomerChange[],
): Promise<void> {
  const now = await customersNow(
    client,
    changes.map(({ subject }) => subject),
  );
  const { send, settled } = sortOut(changes, now);
  await settleChanges(prisma, shopId, settled);
  for (const change of send) {
    const sent = await sendChange(client, change);
    await prisma.$transaction(async (db) => {
      await settleChanges(db, shopId, [sent.outcome]);
      if (sent.tags !== undefined) {
        await noteCustomerTags(db, shopId, [
          { id: numberInGid("Customer", change.subject), tags: sent.tags },
        ]);
      }
    });
  }
}

async function sendChange(client: AdminClient, change: CustomerChange): Promise<Sent> {
  return change.kind === "customer.tags" ? sendTags(client, change) : sendStanding(client, change);
}
