import type { Settings } from "#app/platform/settings.ts";
import type { Spend } from "./gamma-gamma.ts";
import { discountedPurchases } from "./lifetime-value.ts";
import { moneyInterval } from "./money-interval.ts";
import type { MoneyModel } from "./money-model.ts";
import type { ForecastModel, Known } from "./purchase-model.ts";

/** How far predictions look ahead; days are the models' unit here. */
export const YEAR_DAYS = 365;
const MONTH_DAYS = YEAR_DAYS / 12;

/** What money is worth to the shop: the share of it that is margin, and what a year takes off. */
export type Worth = Pick<Settings, "grossMargin" | "yearlyDiscount">;

/** What customers with the same history have in common: how they come back, whatever they pay. */
export type Visits = {
  alive: number;
  purchases: number;
  /** Purchases, each taken down by what waiting for it costs. */
  discounted: number;
  atLeast: readonly number[];
};

/** Of one customer in the next 12 months; money in minor units. The last three are discounted margin. */
export type Prediction = {
  alive: number;
  purchases: number;
  spendMinor: number;
  valueMinor: number;
  lowMinor: number;
  highMinor: number;
};

export function expectVisits(model: ForecastModel, known: Known, { yearlyDiscount }: Worth): Visits {
  const monthly = (1 + yearlyDiscount) ** (1 / 12) - 1;
  return {
    alive: model.alive(known),
    purchases: model.expected(known, YEAR_DAYS),
    discounted: discountedPurchases((t) => model.expected(known, t), MONTH_DAYS, monthly),
    // All of a day's orders are one purchase.
    atLeast: model.atLeast(known, YEAR_DAYS, YEAR_DAYS),
  };
}

/**
 * `unit`: how many minor units a major one has. The interval is that of the money, taken down to value as the
 * expected money is: as if every purchase waited the mean time.
 */
export function predictCustomer(
  { alive, purchases, discounted, atLeast }: Visits,
  { money, level }: { money: MoneyModel; level: number },
  spend: Spend,
  { grossMargin }: Worth,
  unit: number,
): Prediction {
  const amount = money.expected(spend);
  const { low, high } = moneyInterval(atLeast, money, spend, level);
  const worth = purchases > 0 ? (grossMargin * discounted) / purchases : 0;
  return {
    alive,
    purchases,
    spendMinor: minor(purchases * amount * unit),
    valueMinor: minor(discounted * amount * grossMargin * unit),
    lowMinor: minor(low * worth * unit),
    highMinor: minor(high * worth * unit),
  };
}

function minor(value: number): number {
  return Math.min(Math.round(value), Number.MAX_SAFE_INTEGER);
}
