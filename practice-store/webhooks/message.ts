import { createHmac } from "node:crypto";

/** One message to one subscription, the same in every attempt to deliver it. */
export type Message = {
  /** Unique a message: what an app tells duplicates by. */
  webhookId: string;
  /** Shared by all messages of one action. */
  eventId: string;
  topic: string;
  subjectId: number;
  url: string;
  /** JSON as it goes over the wire, made when the event happened. */
  body: string;
  triggeredAt: string;
};

/** Who sends a message, as its headers say. */
export type Sender = { shopDomain: string; apiVersion: string; secret: string };

/** What proves that a message comes from Shopify: HMAC-SHA256 over the raw body, in base64. */
export function signature(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body, "utf8").digest("base64");
}

/** The headers of a delivery (https://shopify.dev/docs/apps/build/webhooks/delivery-structure). */
export function headersOf(message: Message, { shopDomain, apiVersion, secret }: Sender) {
  return {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": message.topic,
    "X-Shopify-Hmac-Sha256": signature(message.body, secret),
    "X-Shopify-Shop-Domain": shopDomain,
    "X-Shopify-API-Version": apiVersion,
    "X-Shopify-Webhook-Id": message.webhookId,
    "X-Shopify-Event-Id": message.eventId,
    "X-Shopify-Triggered-At": message.triggeredAt,
  };
}

/**
 * Milliseconds before each retry: 8 of them, growing, over 4 hours in all. Shopify publishes no more
 * than that (https://shopify.dev/changelog/updates-to-webhook-retry-mechanism).
 */
export const RETRY_DELAYS_MS: readonly number[] = [60, 120, 240, 480, 960, 1920, 3840, 6780].map(
  (seconds) => seconds * 1000,
);
