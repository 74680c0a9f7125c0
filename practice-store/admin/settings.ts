/**
 * How the Admin API behaves; controls change it while the store runs. Errors, throttling and latency
 * meet the app alone: the owner's requests look on from outside.
 */
export type AdminSettings = {
  /** Whether the app's use of names, e-mails, phones and addresses is approved (level 2). */
  personalData: boolean;
  /** Days of orders that an app without read_all_orders sees. */
  ordersWindowDays: number;
  /** Share of requests answered by a 500, 0 to 1. */
  errorRate: number;
  /** Every request is answered THROTTLED. */
  throttled: boolean;
  /** Milliseconds that each answer waits. */
  latencyMs: number;
  /** The next bulk operation fails after this many objects; null lets it run. */
  bulkFailsAfter: number | null;
};

export function defaultSettings(): AdminSettings {
  return {
    personalData: true,
    ordersWindowDays: 60,
    errorRate: 0,
    throttled: false,
    latencyMs: 0,
    bulkFailsAfter: null,
  };
}
