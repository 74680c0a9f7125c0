import { currencyDigits } from "#app/platform/money.ts";
import type { MoneyModel } from "./money-model.ts";
import {
  expectVisits,
  predictCustomer,
  type Prediction,
  type Visits,
  type Worth,
} from "./predict-customer.ts";
import type { ForecastModel } from "./purchase-model.ts";

/** A customer's history: days from the first purchase, repeat purchases and their money in minor units. */
export type Buyer = { repeats: number; recencyDays: number; ageDays: number; repeatMinor: number };

/**
 * Predicts one customer after another. What follows from the history alone is worked out once for neighbours
 * that share it: cheap where equal histories come together.
 */
export function predictInOrder(
  forecaster: { visits: ForecastModel; money: MoneyModel; level: number },
  shop: { currency: string; settings: Worth },
): (buyer: Buyer) => Prediction {
  const unit = 10 ** currencyDigits(shop.currency);
  let last: { buyer: Buyer; visits: Visits } | undefined;
  return (buyer) => {
    const { repeats, recencyDays, ageDays, repeatMinor } = buyer;
    const same =
      last?.buyer.repeats === repeats &&
      last.buyer.recencyDays === recencyDays &&
      last.buyer.ageDays === ageDays;
    const visits =
      last !== undefined && same
        ? last.visits
        : expectVisits(forecaster.visits, { x: repeats, tx: recencyDays, T: ageDays }, shop.settings);
    last = { buyer, visits };
    const spend = { x: repeats, mean: repeats > 0 ? repeatMinor / repeats / unit : 0 };
    return predictCustomer(visits, forecaster, spend, shop.settings, unit);
  };
}
