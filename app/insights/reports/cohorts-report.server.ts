import { z } from "zod";
import { monthsAfter, monthsFrom } from "#app/insights/months.ts";
import { MODEL_NAMES } from "#app/value/clv/purchase-model.ts";
import { cohortCells } from "./cohort-cells.server.ts";
import { cohortOutlook } from "./cohort-outlook.server.ts";
import { firstPurchaseDay } from "./first-purchase-day.server.ts";
import type { Report } from "./report.ts";

const MONTHS_AHEAD = 12;

/** `app/insights/cohort-forecast.ts` says what is in it. */
const cell = z.object({
  orders: z.number(),
  netMinor: z.number(),
  customers: z.number(),
  returned: z.number(),
});

const schema = z.object({
  /** Older cohorts that are not shown. */
  leftOut: z.number(),
  /** The purchase model that the expectations are of, and the day up to which it learned. */
  model: z.object({ name: z.enum(MODEL_NAMES), day: z.string() }).nullable(),
  cohorts: z.array(
    z.object({
      /** The month of the first purchase. */
      month: z.string(),
      customers: z.number(),
      /** From the month of the first purchase to the current one, which is not over. */
      seen: z.array(cell),
      /** What is expected of the rest of the current month, and of the 12 after it; empty without a model. */
      expected: z.array(cell),
    }),
  ),
});

export type Cohorts = z.infer<typeof schema>;

/** What customers did by the month of their first purchase, and what to expect of them. */
export const cohortsReport: Report<Cohorts> = {
  kind: "cohorts",
  schema,
  make: async (db, shop) => {
    const { months, leftOut } = monthsFrom(await firstPurchaseDay(db, shop), shop.today);
    const cells = await cohortCells(db, shop, months);
    const outlook = await cohortOutlook(db, shop, months, monthsAfter(shop.today, MONTHS_AHEAD));
    return {
      leftOut,
      model: outlook === null ? null : { name: outlook.model, day: outlook.day },
      cohorts: [...cells].flatMap(([month, seen]) => {
        const customers = seen[0]?.customers ?? 0;
        return customers === 0 ? [] : [{ month, customers, seen, expected: outlook?.cells.get(month) ?? [] }];
      }),
    };
  },
};
