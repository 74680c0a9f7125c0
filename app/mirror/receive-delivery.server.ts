import { prisma } from "#app/db.server.ts";
import { jobCall } from "#app/jobs/enqueue.server.ts";
import { toShopId } from "#app/platform/ids.ts";
import { logger } from "#app/platform/logger.server.ts";
import { readPayload } from "./payload/read-payload.ts";

/** A webhook message whose signature was found good, however it came. */
export type Delivery = {
  shopDomain: string;
  /** "orders/create" */
  topic: string;
  /** X-Shopify-Webhook-Id: the same for each try to deliver it. */
  id: string;
  triggeredAt: Date;
  body: unknown;
};

/**
 * Puts a message into the inbox and sees to it that it is applied, in one statement. A message that was
 * seen, of an unknown topic or of a shop that is not with us is dropped: there is nothing to do for it.
 * @throws z.ZodError where the payload is not what Shopify documents.
 */
export async function receiveDelivery({ shopDomain, topic, id, triggeredAt, body }: Delivery): Promise<void> {
  const news = readPayload(topic, body);
  if (news === undefined) {
    logger.warn({ shop: shopDomain, topic }, "webhook of a topic we do not know");
    return;
  }
  if (news.kind === "nothing") return;
  const shop = await prisma.shop.findUnique({ where: { domain: shopDomain }, select: { id: true } });
  if (shop === null) {
    logger.info({ shop: shopDomain, topic }, "webhook of a shop that is not with us");
    return;
  }
  const shopId = toShopId(shop.id);
  await prisma.$executeRaw`
    WITH kept AS (
      INSERT INTO delivery (shop_id, id, topic, payload, triggered_at)
      VALUES (${shopId}, ${id}, ${topic}, ${JSON.stringify(news)}::jsonb, ${triggeredAt})
      ON CONFLICT (shop_id, id) DO NOTHING RETURNING id
    )
    SELECT ${jobCall("delivery.apply", { shopId, deliveryId: id })} FROM kept`;
}
