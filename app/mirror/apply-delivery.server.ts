import { prisma, type Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { unreachable } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { logger } from "#app/platform/logger.server.ts";
import type { Applied } from "./applied.ts";
import {
  applyCustomer,
  applyCustomerDeleted,
  applyCustomersMerged,
  applySummary,
  applyTags,
} from "./apply-customer-news.server.ts";
import {
  applyOrder,
  applyOrderDeleted,
  applyRefund,
  customerOf,
  touching,
} from "./apply-order-news.server.ts";
import {
  applyBulkFinished,
  applyProduct,
  applyProductDeleted,
  applyScopes,
  applyShop,
  applyUninstalled,
} from "./apply-shop-news.server.ts";
import { newsSchema, type News } from "./news.ts";
import { redactCustomer } from "./redact-customer.server.ts";
import { rereadOrder } from "./reread-order.server.ts";

/**
 * Applies a message of the inbox to the mirror, once: messages that come twice, late or in any order end in
 * the same mirror. Customers of whom something that counts changed are refreshed by a job of their own.
 * @throws RetryableError where Shopify has to be asked and is busy or out of reach.
 */
export async function applyDelivery(shopId: ShopId, deliveryId: string): Promise<void> {
  const where = { shopId_id: { shopId, id: deliveryId } };
  const delivery = await prisma.delivery.findUnique({ where });
  if (delivery?.state !== "received") return;
  const news = newsSchema.parse(delivery.payload);
  if (news.kind === "order-changed") await reread(shopId, news.orderId);
  await prisma.$transaction(async (db) => {
    const { stale, ...changed } = await applyNews(db, shopId, news, delivery.triggeredAt);
    const state = stale ? "stale" : "applied";
    await db.delivery.update({ where, data: { state, appliedAt: now() } });
    if (changed.customerIds.length > 0) await enqueue(db, "customers.refresh", { shopId, ...changed });
  });
}

async function reread(shopId: ShopId, orderId: string): Promise<void> {
  const { domain, currency } = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  await rereadOrder({ id: shopId, domain, currency }, orderId);
}

const NOTHING: Applied = { stale: false, customerIds: [] };

async function applyNews(db: Db, shopId: ShopId, news: News, at: Date): Promise<Applied> {
  switch (news.kind) {
    case "order":
      return applyOrder(db, shopId, news.order, at);
    case "order-changed":
      return touching(news.orderId, await customerOf(db, shopId, news.orderId));
    case "order-deleted":
      return applyOrderDeleted(db, shopId, news.orderId, at);
    case "refund":
      return applyRefund(db, shopId, news);
    case "customer":
      return applyCustomer(db, shopId, news);
    case "customer-deleted":
      return applyCustomerDeleted(db, shopId, news.customerId, at);
    case "customers-merged":
      return applyCustomersMerged(db, shopId, news, at);
    case "tags":
      return applyTags(db, shopId, news);
    case "summary":
      return applySummary(db, shopId, news);
    case "product":
      return applyProduct(db, shopId, news);
    case "product-deleted":
      return applyProductDeleted(db, shopId, news.productId, at);
    case "shop":
      return applyShop(db, shopId, news);
    case "scopes":
      return applyScopes(db, shopId, news);
    case "uninstalled":
      return applyUninstalled(db, shopId, at);
    case "bulk-finished":
      return applyBulkFinished(db, shopId, news.gid);
    case "data-request":
      logger.info({ shopId, customerId: news.customerId }, "data request: no personal data is kept");
      return NOTHING;
    case "customer-redact":
      await redactCustomer(db, shopId, news.customerId);
      return NOTHING;
    case "shop-redact":
      await enqueue(db, "shop.redact", { shopId });
      return NOTHING;
    case "nothing":
      return NOTHING;
    default:
      return unreachable(news);
  }
}
