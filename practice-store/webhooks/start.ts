import { randomUUID } from "node:crypto";
import type { Faults } from "../faults/faults.ts";
import type { ShopEvent, ShopStore } from "../shop/store.ts";
import type { Subscription } from "./app-toml.ts";
import { type Delivery, DeliveryLog } from "./delivery.ts";
import type { Message } from "./message.ts";
import { Outbox } from "./outbox.ts";
import { PendingFile } from "./pending-file.ts";
import type { Limits } from "./send.ts";

export type WebhookOptions = {
  store: ShopStore;
  /** Every topic with its address, compliance topics too. A path is one of the app at `targetUrl`. */
  subscriptions: readonly Subscription[];
  secret: string;
  apiVersion: string;
  targetUrl: string;
  clock: () => Date;
  faults: Faults;
  /** Factor on the waits before retries: 1 is Shopify's pace, 0.001 a thousand times as fast. */
  timeScale: number;
  /** Whether the app is installed: one that is not hears of its end and of nothing else. */
  installed?: () => boolean;
  /** Where messages wait over a restart; without it they are lost with the process. */
  pendingPath?: string;
  limits?: Limits;
  concurrency?: number;
};

export type Webhooks = {
  /** The latest deliveries, oldest first. */
  deliveries: () => Delivery[];
  /** Resolves when every message is delivered or given up. */
  idle: () => Promise<void>;
  stop: () => void;
};

const HEARD_WHEN_GONE: ReadonlySet<string> = new Set(["app/uninstalled", "customers/redact", "shop/redact"]);

function messageOf(event: ShopEvent, url: string): Message {
  return {
    webhookId: randomUUID(),
    eventId: event.eventId ?? randomUUID(),
    topic: event.topic,
    subjectId: event.subjectId,
    url,
    body: JSON.stringify(event.payload()),
    triggeredAt: event.at,
  };
}

/**
 * Tells an app of what happens in the shop from now on, by the subscriptions of its configuration.
 * Like those, they outlive any number of failures. Faults lose, double, delay and shuffle messages.
 */
export function startWebhooks(options: WebhookOptions): Webhooks {
  const { store, faults, installed = () => true } = options;
  const log = new DeliveryLog();
  const pending = options.pendingPath === undefined ? undefined : new PendingFile(options.pendingPath);
  const outbox = new Outbox({
    sender: { ...options, shopDomain: store.shop.myshopifyDomain },
    clock: options.clock,
    timeScale: options.timeScale,
    concurrency: options.concurrency ?? 10,
    onSettled: ({ webhookId }) => pending?.settle(webhookId),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });

  function leave(message: Message): void {
    const { drop, duplicate, delayMs, shuffleMs } = faults.webhooks;
    if (faults.random() < drop) {
      log.add(message, "dropped");
      return;
    }
    pending?.add(message);
    const copies = faults.random() < duplicate ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1)
      outbox.put(log.add(message, "pending"), delayMs + faults.random() * shuffleMs);
  }

  function hear(event: ShopEvent): void {
    if (!installed() && !HEARD_WHEN_GONE.has(event.topic)) return;
    for (const { topic, uri } of options.subscriptions)
      if (topic === event.topic) leave(messageOf(event, new URL(uri, options.targetUrl).href));
  }

  for (const message of pending?.recovered ?? []) outbox.put(log.add(message, "pending"), 0);
  store.changes.on("event", hear);
  return {
    deliveries: () => log.all(),
    idle: () => outbox.idle(),
    stop: () => {
      store.changes.off("event", hear);
      outbox.stop();
      pending?.close();
    },
  };
}
