/** From this many customers' changes on, a plan goes by bulk mutations, which the rate limit does not count. */
export const BULK_FROM = 250;

/**
 * Seconds that sending will take at Shopify's pace, for a page to say beforehand. One by one: ten points a
 * write under a bucket that refills by 100 points a second; in bulk: roughly 200 lines a second, for which
 * Shopify promises no figure.
 */
export function secondsToSend(changes: number): number {
  return changes < BULK_FROM ? Math.ceil(changes / 10) : 20 + Math.ceil(changes / 200);
}
