import { GIFT_CARD_SHARE, LINES_PER_ORDER, ORDER_VALUE_SCALE, SPEND } from "./calibration.ts";
import type { Catalogue, Item } from "./catalogue.ts";
import { quantileAt, type Random } from "./random.ts";

export type BasketLine = { item: Item; quantity: number };

/** How an order's value and its number of lines go together: correlation of their normal scores. */
const VALUE_TO_LINES = 0.85;
/** Where order values lie on a log scale (natural, of minor units): the middle and the spread. */
const LOG_VALUE = { mean: 8.8, deviation: 0.95 };
const QUANTITY_SPREAD = 0.5;

/**
 * Draws how much a customer spends on an order (minor units): Gamma-Gamma (Fader & Hardie 2013), so
 * that some customers always spend more than others.
 */
export function spendOf(random: Random): () => number {
  const scale = SPEND.v * ORDER_VALUE_SCALE * 100;
  const rate = random.gamma(SPEND.q) / scale;
  return () => random.gamma(SPEND.p) / rate;
}

/** Fills a basket worth about `targetMinor` before discounts. `month` counts from 0. */
export function drawBasket(
  random: Random,
  catalogue: Catalogue,
  targetMinor: number,
  month: number,
): BasketLine[] {
  if (random.chance(GIFT_CARD_SHARE)) return [{ item: random.pick(catalogue.giftCards), quantity: 1 }];
  const items = new Set<Item>();
  for (let left = drawLineCount(random, targetMinor); left > 0; left -= 1)
    items.add(catalogue.drawItem(random, month));
  let worthMinor = 0;
  for (const item of items) worthMinor += item.variant.priceMinor;
  const factor = targetMinor / worthMinor;
  return Array.from(items, (item) => {
    const quantity = Math.round(factor * Math.exp(QUANTITY_SPREAD * random.normal()));
    return { item, quantity: Math.max(1, quantity) };
  });
}

function drawLineCount(random: Random, targetMinor: number): number {
  const valueScore = (Math.log(targetMinor) - LOG_VALUE.mean) / LOG_VALUE.deviation;
  const score = VALUE_TO_LINES * valueScore + Math.sqrt(1 - VALUE_TO_LINES ** 2) * random.normal();
  return Math.round(quantileAt(LINES_PER_ORDER, normalShare(score)));
}

/** Share of a normal distribution below a score (logistic approximation, off by less than 0.01). */
function normalShare(score: number): number {
  return 1 / (1 + Math.exp(-1.702 * score));
}
