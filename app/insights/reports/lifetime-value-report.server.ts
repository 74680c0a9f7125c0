import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { CLV_CLASSES } from "#app/value/clv/clv-class.ts";
import { currentClvModel } from "#app/value/clv/current-clv-model.server.ts";
import { modelReportSchema } from "#app/value/clv/model-report.ts";
import { sumInterval } from "#app/value/clv/sum-interval.ts";
import type { Report } from "./report.ts";

const classSchema = z.object({
  clvClass: z.enum(CLV_CLASSES),
  customers: z.number(),
  purchases: z.number(),
  spendMinor: z.number(),
  valueMinor: z.number(),
});

const schema = z.object({
  /** Null before the first fit. `day`: of the fit. */
  model: z.object({ day: z.string(), report: modelReportSchema }).nullable(),
  worth: z.object({ grossMargin: z.number(), yearlyDiscount: z.number() }),
  /** Of all customers together, in the next 12 months. */
  sum: classSchema.omit({ clvClass: true }).extend({ lowMinor: z.number(), highMinor: z.number() }),
  /** All three, the highest first. */
  classes: z.array(classSchema),
});

/** What the lifetime-value page shows. */
export type LifetimeValue = z.infer<typeof schema>;

export const lifetimeValueReport: Report<LifetimeValue> = { kind: "lifetime-value", schema, make };

async function make(db: Db, shop: Shop): Promise<LifetimeValue> {
  const model = await currentClvModel(db, shop.id);
  const rows = await db.$queryRaw<z.input<typeof classSchema>[]>`
    SELECT clv_class AS "clvClass", count(*)::int AS customers, sum(purchases) AS purchases,
      sum(spend_minor)::float8 AS "spendMinor", sum(value_minor)::float8 AS "valueMinor"
    FROM prediction WHERE shop_id = ${shop.id} GROUP BY clv_class`;
  const classes = CLV_CLASSES.map(
    (clvClass) => rows.find((row) => row.clvClass === clvClass) ?? { clvClass, ...NOBODY },
  );
  const sum = classes.reduce(
    (all, each) => ({
      customers: all.customers + each.customers,
      purchases: all.purchases + each.purchases,
      spendMinor: all.spendMinor + each.spendMinor,
      valueMinor: all.valueMinor + each.valueMinor,
    }),
    NOBODY,
  );
  const test = model?.report.kind === "fitted" ? model.report.test : null;
  const { grossMargin, yearlyDiscount } = shop.settings;
  return {
    model: model === null ? null : { day: model.day, report: model.report },
    worth: { grossMargin, yearlyDiscount },
    sum: { ...sum, ...sumInterval(sum.valueMinor, test?.spread) },
    classes,
  };
}

const NOBODY = { customers: 0, purchases: 0, spendMinor: 0, valueMinor: 0 };
