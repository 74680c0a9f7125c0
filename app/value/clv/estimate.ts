import { compress, type History } from "./compress.ts";
import type { Fallback } from "./fallback.ts";
import { fitPurchases, thinHistory, type Thin } from "./fit-purchases.ts";
import { fitMoney } from "./fit-money.ts";
import { holdoutOf, type Holdout } from "./holdout.ts";
import { discountedPurchases, UNIT_DAYS, UNITS_A_MONTH, type Unit } from "./lifetime-value.ts";
import { MODEL_NAMES, type ModelName, type PurchaseModel } from "./purchase-model.ts";

export type Customer = History & {
  /** Mean amount of the repeat purchases; 0 without one. */
  meanAmount: number;
  /** Purchases in the time held out. */
  heldOut: number;
};

export type Wish = {
  model: ModelName | "auto";
  unit: Unit;
  /** How many days after the history are held out, to see how good the forecast is; 0 for none. */
  heldOutDays: number;
  /** For how many units ahead purchases are wanted. */
  predict: number;
  monthlyDiscount: number;
};

/** What is said of a customer: P(alive), purchases and their mean amount to expect, value of the next 12 months. */
export type Estimate = { alive: number; purchases: number; amount: number; value: number };

export type Estimates = {
  model: ModelName;
  parameters: Record<string, number>;
  logLikelihood: number;
  moneyLogLikelihood: number | undefined;
  distinctRows: number;
  holdout: Holdout | undefined;
  fallbacks: Fallback[];
  of: (index: number) => Estimate;
};

type Tried = { fitted: PurchaseModel; holdout: Holdout | undefined };

/** Fits purchases and money to the customers, and tells what to expect of each; or says that there is too little to learn from. */
export function estimate(customers: readonly Customer[], wish: Wish): Estimates | { thin: Thin } {
  const { rows, rowOf } = compress(customers, UNIT_DAYS[wish.unit]);
  const thin = thinHistory(rows);
  if (thin !== undefined) return { thin };
  const fallbacks: Fallback[] = [];
  const tried = (wish.model === "auto" ? MODEL_NAMES : [wish.model]).map((name): Tried => {
    const { fitted, fallback } = fitPurchases(rows, name);
    if (fallback !== undefined) fallbacks.push(fallback);
    return { fitted, holdout: heldAgainst(customers, fitted) };
  });
  const { fitted, holdout } = tried.reduce((best, each) => (errorOf(each) < errorOf(best) ? each : best));
  const money = fitMoney(customers.map(({ frequency, meanAmount }) => ({ x: frequency, mean: meanAmount })));
  if (money.fallback !== undefined) fallbacks.push(money.fallback);
  const ofRow = rows.map((row) => ({
    alive: fitted.alive(row),
    purchases: fitted.expected(row, wish.predict),
    discounted: discountedPurchases(
      (t) => fitted.expected(row, t),
      UNITS_A_MONTH[wish.unit],
      wish.monthlyDiscount,
    ),
  }));
  return {
    model: fitted.model,
    parameters: { ...fitted.parameters, ...money.parameters },
    logLikelihood: fitted.logLikelihood,
    moneyLogLikelihood: money.logLikelihood,
    distinctRows: rows.length,
    holdout,
    fallbacks,
    of: (index) => {
      const { alive, purchases, discounted } = ofRow[rowOf[index] ?? 0] ?? NOTHING;
      const { frequency, meanAmount } = customers[index] ?? { frequency: 0, meanAmount: 0 };
      const amount = money.expected({ x: frequency, mean: meanAmount });
      return { alive, purchases, amount, value: discounted * amount };
    },
  };

  function heldAgainst(all: readonly Customer[], model: PurchaseModel): Holdout | undefined {
    if (wish.heldOutDays === 0) return undefined;
    const time = wish.heldOutDays / UNIT_DAYS[wish.unit];
    const expected = rows.map((row) => model.expected(row, time));
    return holdoutOf(
      Array.from(rowOf, (at) => expected[at] ?? 0),
      all.map(({ heldOut }) => heldOut),
    );
  }
}

const NOTHING = { alive: 0, purchases: 0, discounted: 0 } as const;

function errorOf({ holdout }: Tried): number {
  return holdout?.rmse ?? Infinity;
}
