import type { Delivery } from "./delivery.ts";
import { headersOf, RETRY_DELAYS_MS, type Sender } from "./message.ts";
import { type Limits, send, SHOPIFY_LIMITS } from "./send.ts";

export type OutboxOptions = {
  sender: Sender;
  clock: () => Date;
  /** Factor on the waits before retries: 1 is Shopify's pace, 0.001 a thousand times as fast. */
  timeScale: number;
  /** How many requests are under way at once. */
  concurrency: number;
  /** Called when a delivery is delivered or given up. */
  onSettled: (delivery: Delivery) => void;
  limits?: Limits;
};

/** Brings deliveries to the app: several at once, each again and again until it is taken or given up. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #queue = new Set<Delivery>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopping = new AbortController();
  #underWay = 0;
  #whenIdle: (() => void)[] = [];

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Takes a delivery; its first attempt leaves after `delayMs`. */
  put(delivery: Delivery, delayMs: number): void {
    if (delayMs > 0) {
      this.#later(delivery, delayMs);
      return;
    }
    this.#queue.add(delivery);
    this.#next();
  }

  /** Resolves when nothing is queued, under way or waiting for a retry. */
  idle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  /** Ends all attempts; what is pending stays pending. */
  stop(): void {
    this.#stopping.abort();
    this.#queue.clear();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #isIdle(): boolean {
    return this.#queue.size === 0 && this.#underWay === 0 && this.#timers.size === 0;
  }

  #later(delivery: Delivery, delayMs: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#queue.add(delivery);
      this.#next();
    }, delayMs);
    timer.unref();
    this.#timers.add(timer);
  }

  #next(): void {
    while (this.#underWay < this.#options.concurrency) {
      const [delivery] = this.#queue;
      if (delivery === undefined) return;
      this.#queue.delete(delivery);
      this.#underWay += 1;
      void this.#attempt(delivery).finally(() => {
        this.#underWay -= 1;
        this.#next();
        if (this.#isIdle()) for (const resolve of this.#whenIdle.splice(0)) resolve();
      });
    }
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { sender, clock, timeScale, onSettled, limits = SHOPIFY_LIMITS } = this.#options;
    const at = clock().toISOString();
    const started = performance.now();
    const headers = headersOf(delivery, sender);
    const answer = await send(delivery.url, headers, delivery.body, this.#stopping.signal, limits);
    if (this.#stopping.signal.aborted) return;
    delivery.attempts.push({ at, ...answer, ms: Math.round(performance.now() - started) });
    const retryMs = RETRY_DELAYS_MS[delivery.attempts.length - 1];
    if (answer.status !== null && answer.status >= 200 && answer.status < 300) delivery.state = "delivered";
    else if (retryMs === undefined) delivery.state = "failed";
    else this.#later(delivery, retryMs * timeScale);
    if (delivery.state !== "pending") onSettled(delivery);
  }
}
