import { YEAR_DAYS } from "./predict-customer.ts";

/** An average customer's next 12 months: purchases and money, and below what four of five would end. */
export type ShopAverage = { purchases: number; spendMinor: number; highMinor: number };

export type Totals = { repeats: number; ageDays: number; purchases: number; netMinor: number };

const UPPER = 1.2816;
const LEFT_OUT = 0.1;

/**
 * What a customer brings in 12 months if all were alike and went on as so far: the shop's repeat purchases for
 * each day that customers were watched, at the mean amount. It is a wide guess: the interval begins at nothing,
 * and its upper end takes the rate at the upper end of what so few purchases allow, spread over customers
 * exponentially (their number is then geometric). Nothing where nobody was watched for a day.
 */
export function shopAverage({ repeats, ageDays, purchases, netMinor }: Totals): ShopAverage | null {
  if (ageDays <= 0 || purchases <= 0) return null;
  const amount = netMinor / purchases;
  const expected = Math.min(YEAR_DAYS, (repeats / ageDays) * YEAR_DAYS);
  const most = ((repeats + 1 + UPPER * Math.sqrt(repeats + 1)) / ageDays) * YEAR_DAYS;
  const high = Math.ceil(Math.log(LEFT_OUT) / Math.log(most / (1 + most))) - 1;
  return {
    purchases: expected,
    spendMinor: Math.round(expected * amount),
    highMinor: Math.round(Math.min(YEAR_DAYS, high) * amount),
  };
}
