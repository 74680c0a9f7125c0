import type { Day } from "#app/platform/time.ts";
import { decilesOf, type Counted } from "./deciles.ts";
import { fitMoney } from "./fit-money.ts";
import { rowsOf, spendOf, spendsOf, type TestHistories } from "./histories.ts";
import { holdoutOf } from "./holdout.ts";
import { intervalCoverage, intervalLevel } from "./interval-level.ts";
import { endingOf, type Ending } from "./money-interval.ts";
import { moneyModel, type MoneyModel } from "./money-model.ts";
import type { ModelTest } from "./model-report.ts";
import { naively, NAIVE_RULES } from "./naive-rules.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/** Customers whose intervals are looked at: every so-manyth where there are more. */
const LOOKED_AT = 20_000;
/** One test that happened to end close is no proof of more. */
const LEAST_SPREAD = 0.1;
const MOST_SPREAD = 1.5;

export type TestTime = { learnedTo: Day; testedTo: Day; days: number };

/** How good a model, fitted to what came before, is in the time held out. */
export function testModel(
  histories: TestHistories,
  { learnedTo, testedTo, days }: TestTime,
  model: PurchaseModel,
  unit: number,
): ModelTest {
  const { parameters, mean } = fitMoney(spendsOf(histories, unit));
  const { deciles, ...money } = compare(histories, days, model, moneyModel(parameters, mean), unit);
  return {
    learnedTo,
    testedTo,
    days,
    customers: histories.repeats.length,
    naive: NAIVE_RULES.map((rule) => ({
      rule,
      errors: holdoutOf(naively(rule, histories, days), histories.made),
    })),
    deciles,
    ...money,
  };
}

/** Goes through the customers once; what depends on a history alone is worked out once for all who have it. */
function compare(
  histories: TestHistories,
  days: number,
  model: PurchaseModel,
  money: MoneyModel,
  unit: number,
): Pick<ModelTest, "deciles" | "money" | "level" | "coverage" | "spread"> {
  const rows = rowsOf(histories);
  const every = Math.ceil(histories.repeats.length / LOOKED_AT);
  const endings: Ending[] = [];
  const sums = { expected: 0, made: 0, squares: 0 };
  const tenths: Counted[] = [];
  let index = 0;
  for (const row of rows) {
    const expected = model.expected(row, days);
    const atLeast = model.atLeast(row, days, days);
    let purchases = 0;
    for (const until = index + row.weight; index < until; index += 1) {
      const spend = spendOf(histories, index, unit);
      const [ahead, made] = [expected * money.expected(spend), (histories.madeMinor[index] ?? 0) / unit];
      purchases += histories.made[index] ?? 0;
      sums.expected += ahead;
      sums.made += made;
      sums.squares += (made - ahead) ** 2;
      if (index % every === 0) endings.push(endingOf(atLeast, money, spend, made));
    }
    tenths.push({ customers: row.weight, expected, made: purchases });
  }
  return {
    deciles: decilesOf(tenths),
    money: { expectedMinor: Math.round(sums.expected * unit), madeMinor: Math.round(sums.made * unit) },
    level: intervalLevel(endings),
    coverage: intervalCoverage(endings),
    spread: spreadOf(sums.expected, sums.made, Math.sqrt(sums.squares)),
  };
}

/**
 * How far the sum of all customers may be off: the most of how far it was off in the test, of what chance leaves
 * where each customer errs by themselves, and of a tenth.
 */
function spreadOf(expected: number, made: number, chance: number): number {
  if (!(expected > 0 && made > 0)) return MOST_SPREAD;
  const spread = Math.max(LEAST_SPREAD, Math.abs(Math.log(expected / made)), chance / expected);
  return Math.min(MOST_SPREAD, spread);
}
