import { addDays, addMonths, daysBetween, type Day } from "#app/platform/time.ts";
import type { SpendRule } from "../purchase.ts";
import { hasDrifted, type Ahead } from "./drift.ts";

/** A model as far as it matters for how long it lasts; `ahead` is null where there was too little to learn from. */
export type Dated = { day: Day; rule: SpendRule; ahead: Ahead | null };

export type RefitReason = "none" | "money" | "thin" | "month" | "drift";

/**
 * Why a model has to be fitted anew; null where it holds. Where it learned nothing, every day is another chance.
 * `made`: days with a purchase of the customers it knows, after the day of the fit and before today.
 */
export function refitDue(model: Dated | null, rule: SpendRule, today: Day, made: number): RefitReason | null {
  if (model === null) return "none";
  if (model.rule.countTax !== rule.countTax || model.rule.countShipping !== rule.countShipping)
    return "money";
  if (model.ahead === null) return model.day < today ? "thin" : null;
  if (addMonths(model.day, 1) <= today) return "month";
  return hasDrifted(model.ahead, daysBetween(model.day, addDays(today, -1)), made) ? "drift" : null;
}
