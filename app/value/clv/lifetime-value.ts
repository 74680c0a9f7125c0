const MONTHS = 12;
/** Days a month as the package lifetimes counts them: 30 days, or 4.345 weeks. */
export const UNITS_A_MONTH = { day: 30, week: 4.345 } as const;

export const UNITS = ["week", "day"] as const;

export const UNIT_DAYS = { day: 1, week: 7 } as const;

export type Unit = (typeof UNITS)[number];

/**
 * The purchases of the next twelve months, each discounted by the month in which it is expected; times the
 * expected amount it is the lifetime value of these months (Fader, Hardie & Lee 2005, "RFM and CLV"). `month` is its length in the units of `expected`.
 */
export function discountedPurchases(
  expected: (t: number) => number,
  month: number,
  monthlyDiscount: number,
): number {
  let [sum, before] = [0, 0];
  for (let nth = 1; nth <= MONTHS; nth += 1) {
    const until = expected(nth * month);
    sum += (until - before) / (1 + monthlyDiscount) ** nth;
    before = until;
  }
  return sum;
}
