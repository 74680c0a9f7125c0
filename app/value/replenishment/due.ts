import { addDays, daysBetween, type Day } from "#app/platform/time.ts";

/** A product as one customer bought it: on so many different days, the first and the last of them. */
export type Bought = { purchaseDays: number; firstDay: Day; lastDay: Day };

/**
 * A product as the whole shop buys it: its customers, those of them with several days of purchase, and the mean
 * gap between two such days.
 */
export type ProductRhythm = { buyers: number; repeaters: number; typicalDays: number | null };

/** When a customer is expected to buy a product again: so many days after the last time. */
export type Due = { gapDays: number; dueDay: Day };

/** The product's typical gap weighs as much as so many gaps of the customer's own. */
export const PRIOR_GAPS = 2;
/** A silence longer than so many expected gaps: the product is no longer expected. */
export const GIVEN_UP_GAPS = 1.5;
/** The rhythm of a product is well known where so many bought it again, and at least half of its buyers. */
export const KNOWN_REPEATERS = 20;

/**
 * When a customer is expected to buy a product again; null where nothing can be said, or no longer.
 *
 * The expected gap is the mean of the customer's own gaps on the product, shrunk towards the product's typical gap:
 * with m gaps of her own these weigh m / (m + 2) (credibility: H. Bühlmann 1967, Experience Rating and
 * Credibility). It takes two days of purchase, so one gap of her own; or one day, where the product's rhythm is
 * well known. Gaps that are still open don't count. Once it is overdue by more than half the
 * expected gap, the product is no longer expected.
 */
export function dueOf(bought: Bought, product: ProductRhythm | null, today: Day): Due | null {
  const { purchaseDays, firstDay, lastDay } = bought;
  if (purchaseDays < 2 && !isWellKnown(product)) return null;
  const ownGaps = purchaseDays - 1;
  const ownDays = daysBetween(firstDay, lastDay);
  const typicalDays = product?.typicalDays ?? null;
  const gapDays =
    typicalDays === null ? ownDays / ownGaps : (PRIOR_GAPS * typicalDays + ownDays) / (PRIOR_GAPS + ownGaps);
  if (daysBetween(lastDay, today) > GIVEN_UP_GAPS * gapDays) return null;
  return { gapDays, dueDay: addDays(lastDay, Math.floor(gapDays + 0.5)) };
}

/** The product's rhythm, from all its buyers. */
export function productRhythm(all: readonly Bought[]): ProductRhythm {
  const repeaters = all.filter(({ purchaseDays }) => purchaseDays >= 2);
  const gaps = repeaters.reduce((sum, { purchaseDays }) => sum + purchaseDays - 1, 0);
  const days = repeaters.reduce((sum, { firstDay, lastDay }) => sum + daysBetween(firstDay, lastDay), 0);
  return { buyers: all.length, repeaters: repeaters.length, typicalDays: gaps === 0 ? null : days / gaps };
}

function isWellKnown(product: ProductRhythm | null): boolean {
  return product !== null && product.repeaters >= KNOWN_REPEATERS && 2 * product.repeaters >= product.buyers;
}
