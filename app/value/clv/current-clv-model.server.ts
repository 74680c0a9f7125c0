import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { dateToDay, type Day } from "#app/platform/time.ts";
import type { SpendRule } from "../purchase.ts";
import type { ClassLimits } from "./clv-class.ts";
import { modelOf } from "./model-of.ts";
import { modelReportSchema, type ModelReport } from "./model-report.ts";
import { HOLDS } from "./money-interval.ts";
import { moneyModel, type MoneyModel } from "./money-model.ts";
import { MODEL_NAMES, type ForecastModel } from "./purchase-model.ts";

/** A fitted model as predictions are made by it. */
export type Forecaster = { visits: ForecastModel; money: MoneyModel; level: number };

export type ClvModel = {
  id: number;
  /** The shop day up to which it learned. */
  day: Day;
  rule: SpendRule;
  report: ModelReport;
  /** Null where there was too little to learn from. */
  forecaster: Forecaster | null;
  /** Null before anyone was predicted by it. */
  limits: ClassLimits | null;
};

const rowSchema = z.object({
  model: z.enum(MODEL_NAMES).nullable(),
  parameters: z.record(z.string(), z.number()),
  report: modelReportSchema,
  spendRule: z.object({ countTax: z.boolean(), countShipping: z.boolean() }),
});

/** The model that the shop's predictions are made by; null where there is none, or only one of another form. */
export async function currentClvModel(db: Db, shopId: ShopId): Promise<ClvModel | null> {
  const row = await db.clvModel.findFirst({ where: { shopId }, orderBy: { id: "desc" } });
  const parsed = rowSchema.safeParse(row);
  if (row === null || !parsed.success) return null;
  const { model, parameters, report, spendRule } = parsed.data;
  const { mean = 0 } = parameters;
  return {
    id: row.id,
    day: dateToDay(row.day),
    rule: spendRule,
    report,
    forecaster:
      model === null
        ? null
        : {
            visits: modelOf(model, parameters),
            money: moneyModel(parameters, mean),
            level: (report.kind === "fitted" ? report.test?.level : undefined) ?? HOLDS,
          },
    limits:
      row.highMinor === null || row.middleMinor === null
        ? null
        : { highMinor: Number(row.highMinor), middleMinor: Number(row.middleMinor) },
  };
}
