import type { BasketLine } from "../../../practice-store/data/generator/basket.ts";
import { GIFT_CARD_SHARE, LINES_PER_ORDER } from "../../../practice-store/data/generator/calibration.ts";
import type { Catalogue, Item } from "../../../practice-store/data/generator/catalogue.ts";
import { quantileAt, type Random } from "../../../practice-store/data/generator/random.ts";

/** The practice store sells by the dozen, 21 lines an order; here an order has a seventh of them, three. */
const LINES_SCALE = 1 / 7;

/** What an order worth about `targetMinor` is of: goods by their popularity, so that some are bought again. */
export function drawLines(
  random: Random,
  catalogue: Catalogue,
  targetMinor: number,
  month: number,
): BasketLine[] {
  if (random.chance(GIFT_CARD_SHARE)) return [{ item: random.pick(catalogue.giftCards), quantity: 1 }];
  const items = new Set<Item>();
  for (let left = drawLineCount(random); left > 0; left -= 1) items.add(catalogue.drawItem(random, month));
  let worthMinor = 0;
  for (const item of items) worthMinor += item.variant.priceMinor;
  const quantity = Math.max(1, Math.round(targetMinor / worthMinor));
  return Array.from(items, (item) => ({ item, quantity }));
}

function drawLineCount(random: Random): number {
  return Math.max(1, Math.round(quantileAt(LINES_PER_ORDER, random.uniform()) * LINES_SCALE));
}
