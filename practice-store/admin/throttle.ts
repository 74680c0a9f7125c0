/** Shopify's bucket for a shop on the standard plan, in points (shopify.dev, rate limits). */
const STANDARD_BUCKET = { maximumAvailable: 2000, restoreRate: 100 };

/** One query may not ask for more points than this. */
export const MAX_QUERY_COST = 1000;

export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

/** A leaky bucket: it must hold the requested cost; what was not used comes back at once. */
export class Throttle {
  readonly #limits: { maximumAvailable: number; restoreRate: number };
  #available: number;
  #at: number;

  constructor(now: Date, limits = STANDARD_BUCKET) {
    this.#limits = limits;
    this.#available = limits.maximumAvailable;
    this.#at = now.getTime();
  }

  #refill(now: Date): void {
    const seconds = Math.max(0, now.getTime() - this.#at) / 1000;
    const { maximumAvailable, restoreRate } = this.#limits;
    this.#available = Math.min(maximumAvailable, this.#available + seconds * restoreRate);
    this.#at = now.getTime();
  }

  /** Takes the points; false where the bucket does not hold them. */
  take(points: number, now: Date): boolean {
    this.#refill(now);
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  giveBack(points: number, now: Date): void {
    this.#refill(now);
    this.#available = Math.min(this.#limits.maximumAvailable, this.#available + points);
  }

  /** Takes every point away (a fault that tests ask for). */
  drain(now: Date): void {
    this.#refill(now);
    this.#available = 0;
  }

  status(now: Date): ThrottleStatus {
    this.#refill(now);
    const { maximumAvailable, restoreRate } = this.#limits;
    return { maximumAvailable, currentlyAvailable: Math.floor(this.#available), restoreRate };
  }
}
