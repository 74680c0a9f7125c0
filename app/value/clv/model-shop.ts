import { addDays, daysBetween, type Day } from "#app/platform/time.ts";
import { chooseByFit, chooseByTest } from "./choose-model.ts";
import { thinHistory } from "./fit-purchases.ts";
import { rowsOf, type Histories, type TestHistories } from "./histories.ts";
import { heldOutDays } from "./hold-out.ts";
import { learnModel } from "./learn-model.ts";
import type { FittedReport, ModelReport } from "./model-report.ts";
import type { ModelName } from "./purchase-model.ts";
import { shopAverage } from "./shop-average.ts";
import { testModel, type TestTime } from "./test-model.ts";
import { trackWeeks, type Week } from "./tracking.ts";

/** What is known of a shop: all histories up to `today`, those before the time held out, and its repeat purchases. */
export type ShopHistory = {
  today: Day;
  firstDay: Day;
  /** How many minor units a major one has. */
  unit: number;
  all: Histories;
  /** Null where nothing can be held out, or too little came before it. */
  test: { time: TestTime; histories: TestHistories } | null;
  /** Repeat purchases by day after `today`, so all negative, of the customers whom the tracking is about. */
  repeats: ReadonlyMap<number, number>;
  /** Money and days with a purchase of all customers. */
  netMinor: number;
};

export type ShopModel = { model: ModelName | null; parameters: Record<string, number>; report: ModelReport };

/** The end of a history that began on `firstDay` is held out, whole days only; nothing where it is too short. */
export function testTime(firstDay: Day, today: Day): TestTime | null {
  const testedTo = addDays(today, -1);
  const days = heldOutDays(daysBetween(firstDay, today));
  return days === 0 ? null : { learnedTo: addDays(testedTo, -days), testedTo, days };
}

/** Is there enough before the time held out to learn from? */
export function canLearnFrom(histories: Histories): boolean {
  return thinHistory(rowsOf(histories).rows) === undefined;
}

/** Chooses a model for a shop, lets it learn from the whole history, and tells how good it is. */
export function modelShop(shop: ShopHistory): ShopModel {
  const { all, test, unit } = shop;
  const thin = thinHistory(rowsOf(all).rows);
  if (thin !== undefined) {
    const repeats = total(all.repeats);
    const figures = {
      repeats,
      ageDays: total(all.ageDays),
      purchases: repeats + thin.customers,
      netMinor: shop.netMinor,
    };
    return { model: null, parameters: {}, report: { kind: "thin", ...thin, average: shopAverage(figures) } };
  }
  const { chosen, candidates } =
    test === null ? chooseByFit(all) : chooseByTest(test.histories, test.time.days);
  const tested = test === null ? null : testModel(test.histories, test.time, chosen, unit);
  const learned = learnModel(all, chosen.model, unit);
  const report: FittedReport = {
    kind: "fitted",
    model: learned.purchases.model,
    customers: all.repeats.length,
    repeatCustomers: all.repeats.filter((repeats) => repeats > 0).length,
    firstDay: shop.firstDay,
    distinctHistories: learned.distinctHistories,
    candidates,
    fallbacks: learned.fallbacks,
    test: tested,
    weeks: track(shop, (t) => chosen.expected({ x: 0, tx: 0, T: 0 }, t)),
    ahead: learned.ahead,
  };
  return { model: learned.purchases.model, parameters: learned.parameters, report };
}

/** The model that was chosen, as it was before it saw the time held out. */
function track({ today, all, test, ...shop }: ShopHistory, expectedOfNew: (t: number) => number): Week[] {
  const day = test?.time.learnedTo ?? addDays(today, -1);
  const ages = test?.histories.ageDays ?? all.ageDays.map((age) => age - 1);
  const later = daysBetween(day, today);
  const repeats = new Map([...shop.repeats].map(([at, count]) => [at + later, count]));
  return trackWeeks(day, ages, repeats, test?.time.days ?? 0, expectedOfNew);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
