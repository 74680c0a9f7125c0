import { addDays, daysBetween, type Day } from "#app/platform/time.ts";
import { chooseByFit, chooseByTest } from "./choose-model.ts";
import { thinHistory } from "./fit-purchases.ts";
import { rowsOf, type Histories, type TestHistories } from "./histories.ts";
import { heldOutDays } from "./hold-out.ts";
import { learnModel } from "./learn-model.ts";
import type { FittedReport, ModelReport } from "./model-report.ts";
import type { ModelName, PurchaseModel } from "./purchase-model.ts";
import { shopAverage } from "./shop-average.ts";
import { testModel, type TestTime } from "./test-model.ts";
import { trackWeeks } from "./tracking.ts";

/** How a model was chosen and what came of it; `test` is null where nothing could be held out. */
export type Choice = Pick<FittedReport, "candidates" | "test" | "weeks"> & { chosen: ModelName };

/** Repeat purchases by day after today, so all negative, of the customers whom a choice is about. */
type Repeats = ReadonlyMap<number, number>;

/** What is known of a shop up to today. `unit`: how many minor units a major one has. */
export type ShopHistory = { firstDay: Day; unit: number; all: Histories; netMinor: number };

export type ShopModel = { model: ModelName | null; parameters: Record<string, number>; report: ModelReport };

/** The end of a history that began on `firstDay` is held out, whole days only; nothing where it is too short. */
export function testTime(firstDay: Day, today: Day): TestTime | null {
  const testedTo = addDays(today, -1);
  const days = heldOutDays(daysBetween(firstDay, today));
  return days === 0 ? null : { learnedTo: addDays(testedTo, -days), testedTo, days };
}

/** Chooses a model by the time held out; null where there is too little before it to learn from. */
export function chooseTested(
  histories: TestHistories,
  time: TestTime,
  repeats: Repeats,
  unit: number,
): Choice | null {
  if (thinHistory(rowsOf(histories)) !== undefined) return null;
  const { chosen, candidates } = chooseByTest(histories, time.days);
  return {
    chosen: chosen.model,
    candidates,
    test: testModel(histories, time, chosen, unit),
    weeks: trackWeeks(
      time.learnedTo,
      histories.ageDays,
      later(repeats, time.days + 1),
      time.days,
      newcomer(chosen),
    ),
  };
}

/** Chooses a model where nothing can be held out. */
export function chooseUntested(histories: Histories, today: Day, repeats: Repeats): Choice {
  const { chosen, candidates } = chooseByFit(histories);
  const ages = Int32Array.from(histories.ageDays, (age) => age - 1);
  const weeks = trackWeeks(addDays(today, -1), ages, later(repeats, 1), 0, newcomer(chosen));
  return { chosen: chosen.model, candidates, test: null, weeks };
}

/** Is there too little history for any model? Then what an average customer brings is told instead. */
export function thinShop({ all, netMinor }: ShopHistory): ShopModel | null {
  const thin = thinHistory(rowsOf(all));
  if (thin === undefined) return null;
  const repeats = total(all.repeats);
  const figures = { repeats, ageDays: total(all.ageDays), purchases: repeats + thin.customers, netMinor };
  return { model: null, parameters: {}, report: { kind: "thin", ...thin, average: shopAverage(figures) } };
}

/** Lets the chosen model learn from the whole history. */
export function modelShop({ all, unit, firstDay }: ShopHistory, { chosen, ...choice }: Choice): ShopModel {
  const learned = learnModel(all, chosen, unit);
  const report: FittedReport = {
    kind: "fitted",
    model: learned.purchases.model,
    customers: all.repeats.length,
    repeatCustomers: repeatCustomersOf(all),
    firstDay,
    distinctHistories: learned.distinctHistories,
    ...choice,
    fallbacks: learned.fallbacks,
    ahead: learned.ahead,
  };
  return { model: learned.purchases.model, parameters: learned.parameters, report };
}

/** Days counted from a day that was so many before today. */
function later(repeats: Repeats, days: number): Repeats {
  return new Map([...repeats].map(([at, count]) => [at + days, count]));
}

function newcomer(model: PurchaseModel): (days: number) => number {
  return (days) => model.expected({ x: 0, tx: 0, T: 0 }, days);
}

function repeatCustomersOf({ repeats }: Histories): number {
  let customers = 0;
  for (const each of repeats) if (each > 0) customers += 1;
  return customers;
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
