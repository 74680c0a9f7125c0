import type { Message } from "./message.ts";

/** One attempt to deliver a message. */
export type Attempt = { at: string; status: number | null; error: string | null; ms: number };

/** A message and what became of it. `dropped` is one that was lost on purpose. */
export type Delivery = Message & {
  state: "pending" | "delivered" | "failed" | "dropped";
  attempts: Attempt[];
};

/** The latest deliveries, oldest first. */
export class DeliveryLog {
  readonly #kept: number;
  readonly #deliveries = new Set<Delivery>();

  constructor(kept = 5000) {
    this.#kept = kept;
  }

  /** Notes a delivery; the oldest one is forgotten where there are too many. */
  add(message: Message, state: Delivery["state"]): Delivery {
    const delivery: Delivery = { ...message, state, attempts: [] };
    this.#deliveries.add(delivery);
    const [oldest] = this.#deliveries;
    if (this.#deliveries.size > this.#kept && oldest !== undefined) this.#deliveries.delete(oldest);
    return delivery;
  }

  all(): Delivery[] {
    return [...this.#deliveries];
  }
}
