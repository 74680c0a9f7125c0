import { now } from "#app/platform/clock.server.ts";
import { toGid, type ShopId } from "#app/platform/ids.ts";
import { adminClient, type AdminClient } from "#app/shopify/admin-client.server.ts";
import { ORDER_BY_ID } from "#app/shopify/operations/order-by-id.ts";
import { toldOrderRows, type StagedRow } from "./bulk-rows.ts";
import { throughStage } from "./stage.server.ts";

/**
 * Asks Shopify for an order as it is now, for when a message does not tell all of it. One that Shopify does
 * not show (any more) stays as it is.
 */
export async function rereadOrder(
  shop: { id: ShopId; domain: string; currency: string },
  orderId: string,
): Promise<void> {
  const toldAt = now();
  const rows = await askForOrder(adminClient(shop.domain), toGid("Order", BigInt(orderId)), shop.currency);
  const fill = (stage: { add: (rows: StagedRow[]) => void }): Promise<void> => {
    stage.add(rows);
    return Promise.resolve();
  };
  if (rows.length > 0) await throughStage(shop.id, toldAt, fill, () => Promise.resolve());
}

async function askForOrder(
  client: AdminClient,
  id: string,
  currency: string,
  after: string | null = null,
): Promise<StagedRow[]> {
  const { order } = await client.run(ORDER_BY_ID, { id, after });
  if (order === null) return [];
  const { nodes, pageInfo } = order.lineItems;
  const own = after === null ? toldOrderRows(order, currency) : [];
  const lines = nodes.flatMap((line) => toldOrderRows({ ...line, __parentId: order.id }, currency));
  const more = pageInfo.hasNextPage ? await askForOrder(client, id, currency, pageInfo.endCursor) : [];
  return [...own, ...lines, ...more];
}
