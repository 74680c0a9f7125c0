import { z } from "zod";
import { addDays, addMonths } from "#app/platform/time.ts";
import { paretoCurve, paretoCurveSchema } from "./pareto-curve.server.ts";
import type { Report } from "./report.ts";

const schema = z.object({
  /** The last 12 months up to today, and since the first purchase. */
  year: paretoCurveSchema,
  lifetime: paretoCurveSchema,
});

export type Concentration = z.infer<typeof schema>;

/** How much of the revenue how many of the customers bring. */
export const concentrationReport: Report<Concentration> = {
  kind: "concentration",
  schema,
  make: async (db, shop) => ({
    year: await paretoCurve(db, shop, { from: addDays(addMonths(shop.today, -12), 1), until: shop.today }),
    lifetime: await paretoCurve(db, shop, { from: null, until: shop.today }),
  }),
};
