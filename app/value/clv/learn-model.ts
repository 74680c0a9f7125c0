import type { Ahead } from "./drift.ts";
import type { Fallback } from "./fallback.ts";
import { fitMoney } from "./fit-money.ts";
import { fitPurchases } from "./fit-purchases.ts";
import { rowsOf, spendsOf, type Histories } from "./histories.ts";
import type { ModelName, PurchaseModel } from "./purchase-model.ts";

export type Learned = {
  purchases: PurchaseModel;
  /** Of purchases and money, by their usual names; `mean` is the mean amount, in major units. */
  parameters: Record<string, number>;
  distinctHistories: number;
  fallbacks: Fallback[];
  ahead: Ahead;
};

const AHEAD_DAYS = 28;

/** Fits a model, and money, to the whole history. `unit`: how many minor units a major one has. */
export function learnModel(histories: Histories, name: ModelName, unit: number): Learned {
  const rows = rowsOf(histories);
  const { fitted, fallback } = fitPurchases(rows, name);
  const money = fitMoney(spendsOf(histories, unit));
  const ahead = { days: AHEAD_DAYS, purchases: 0, variance: 0 };
  for (const row of rows) {
    const chances = fitted.atLeast(row, AHEAD_DAYS, AHEAD_DAYS);
    const mean = chances.reduce((sum, chance) => sum + chance, 0);
    const squares = chances.reduce((sum, chance, n) => sum + (2 * n + 1) * chance, 0);
    ahead.purchases += row.weight * mean;
    ahead.variance += row.weight * (squares - mean * mean);
  }
  return {
    purchases: fitted,
    parameters: { ...fitted.parameters, ...money.parameters, mean: money.mean },
    distinctHistories: rows.length,
    fallbacks: [fallback, money.fallback].flatMap((each) => each ?? []),
    ahead,
  };
}
