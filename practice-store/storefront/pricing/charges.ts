import { shareMinor } from "../../shop/order-money.ts";

/** What one of the cart's lines costs after discounts. */
type Cost = { costMinor: number; fullPriceMinor: number; giftCard: boolean };

const RATES = {
  home: { minor: 395, freeFromMinor: 5000 },
  abroad: { minor: 995, freeFromMinor: 15_000 },
};

/** Percent of tax on goods and shipping sold at home; goods that leave the country carry none. */
const TAX_PERCENT: Record<string, number> = { GB: 20 };

/** Shipping before discounts, by what the goods cost before discounts; gift cards are not sent. */
export function shippingFor(lines: readonly Omit<Cost, "costMinor">[], home: boolean): number {
  const sent = lines.filter((line) => !line.giftCard);
  const worthMinor = sent.reduce((total, line) => total + line.fullPriceMinor, 0);
  const rate = home ? RATES.home : RATES.abroad;
  return sent.length === 0 || worthMinor >= rate.freeFromMinor ? 0 : rate.minor;
}

/** The tax in an amount, or on it where prices come without. Gift cards are taxed when they are spent. */
export function taxOn(
  costMinor: number,
  sale: { country: string; home: boolean; included: boolean },
): number {
  const percent = sale.home ? (TAX_PERCENT[sale.country] ?? 0) : 0;
  return shareMinor(costMinor, percent, sale.included ? 100 + percent : 100);
}
