/** What the Admin API does wrong. */
export type ApiFaults = {
  /** Share of requests answered by a 500, 0 to 1. */
  errorRate: number;
  /** Every request is answered THROTTLED. */
  throttled: boolean;
  /** Milliseconds that each answer waits. */
  latencyMs: number;
  /** The next bulk operation fails after this many objects; null lets it run. */
  bulkFailsAfter: number | null;
};

/** What webhooks do wrong. */
export type WebhookFaults = {
  /** Share of messages never sent, 0 to 1. */
  drop: number;
  /** Share of messages sent twice with the same delivery id, 0 to 1. */
  duplicate: number;
  /** Messages leave in random order, each within this many milliseconds of its turn. */
  shuffleMs: number;
  /** Milliseconds before a message leaves. */
  delayMs: number;
};

/** Misbehaviour on demand; controls change it in place while the store runs. */
export type Faults = {
  readonly api: ApiFaults;
  readonly webhooks: WebhookFaults;
  /** Numbers in [0, 1), the same row of them for the same seed. */
  readonly random: () => number;
};

const NO_API_FAULTS: Readonly<ApiFaults> = {
  errorRate: 0,
  throttled: false,
  latencyMs: 0,
  bulkFailsAfter: null,
};

const NO_WEBHOOK_FAULTS: Readonly<WebhookFaults> = {
  drop: 0,
  duplicate: 0,
  shuffleMs: 0,
  delayMs: 0,
};

/**
 * A store that behaves. `api` is the object that the Admin API looks at, where it has one of its own
 * with more settings in it.
 */
export function createFaults(seed: number, api: ApiFaults = { ...NO_API_FAULTS }): Faults {
  return { api, webhooks: { ...NO_WEBHOOK_FAULTS }, random: randomNumbers(seed) };
}

/** Sets some faults and leaves the others as they are. */
export function setFaults(
  faults: Faults,
  change: { api?: Partial<ApiFaults>; webhooks?: Partial<WebhookFaults> },
): void {
  Object.assign(faults.api, change.api);
  Object.assign(faults.webhooks, change.webhooks);
}

/** Back to a store that behaves. */
export function clearFaults(faults: Faults): void {
  setFaults(faults, { api: NO_API_FAULTS, webhooks: NO_WEBHOOK_FAULTS });
}

/** Mulberry32: a small generator of 32-bit state, good enough to choose which message to lose. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
