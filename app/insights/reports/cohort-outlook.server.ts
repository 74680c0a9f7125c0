import { z } from "zod";
import type { Db } from "#app/db.server.ts";
import {
  forecastCohort,
  type Alike,
  type CohortCell,
  type Forecaster,
} from "#app/insights/cohort-forecast.ts";
import type { Month } from "#app/insights/months.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { currencyDigits } from "#app/platform/money.ts";
import { addDays, dateToDay, daysBetween } from "#app/platform/time.ts";
import { expectedAmount } from "#app/value/clv/gamma-gamma.ts";
import { modelOf } from "#app/value/clv/model-of.ts";
import { MODEL_NAMES, type ModelName } from "#app/value/clv/purchase-model.ts";

/** Above so many customers histories are told apart by weeks instead of days. */
const BY_DAY = 20_000;

const modelRow = z.object({
  model: z.enum(MODEL_NAMES),
  day: z.date().transform(dateToDay),
  parameters: z.record(z.string(), z.number()),
});

export type Outlook = {
  model: ModelName;
  /** The day up to which the model learned. */
  day: string;
  /** Cohort → what is expected of it in the rest of the first of `ahead`, then in the others. */
  cells: Map<string, CohortCell[]>;
};

/** What the shop's purchase model expects of the cohorts in the months ahead; null where there is no model. */
export async function cohortOutlook(
  db: Db,
  shop: Shop,
  months: readonly Month[],
  ahead: readonly Month[],
): Promise<Outlook | null> {
  const row = await db.clvModel.findFirst({ where: { shopId: shop.id }, orderBy: { id: "desc" } });
  const fitted = modelRow.safeParse(row);
  if (!fitted.success) return null;
  const { model, day, parameters } = fitted.data;
  const forecaster = await forecasterOf(db, shop, model, parameters);
  const cohorts = await alikeCustomers(db, shop, months);
  const ends = ahead.map(({ until }) => daysBetween(shop.today, until));
  return {
    model,
    day,
    cells: new Map([...cohorts].map(([cohort, alike]) => [cohort, forecastCohort(alike, forecaster, ends)])),
  };
}

async function forecasterOf(
  db: Db,
  shop: Shop,
  model: ModelName,
  parameters: Record<string, number>,
): Promise<Forecaster> {
  const { _sum, _count } = await db.facts.aggregate({
    where: { shopId: shop.id, purchaseDays: { gt: 0 } },
    _sum: { frequency: true, purchaseDays: true, repeatMinor: true },
    _count: { _all: true },
  });
  const [days, orders] = [_sum.purchaseDays ?? 0, _sum.frequency ?? 0];
  const repeats = days - _count._all;
  const mean = repeats > 0 ? Number(_sum.repeatMinor ?? 0n) / repeats : 0;
  return {
    model: modelOf(model, parameters),
    amount: amountOf(parameters, mean, 10 ** currencyDigits(shop.currency)),
    ordersPerDay: days > 0 ? orders / days : 0,
  };
}

/** By Gamma-Gamma, whose money is in major units; without it the mean of all repeat purchases stands for everyone. */
function amountOf(
  { p, q, v }: Partial<Record<string, number>>,
  mean: number,
  unit: number,
): Forecaster["amount"] {
  if (p === undefined || q === undefined || v === undefined) return () => mean;
  return (spend) => unit * expectedAmount({ p, q, v }, { x: spend.x, mean: spend.mean / unit }, mean / unit);
}

const alikeRows = z.array(
  z.object({
    cohort: z.string(),
    x: z.number(),
    tx: z.number(),
    T: z.number(),
    customers: z.number(),
    repeatMinor: z.number(),
  }),
);

/** The cohorts' customers, those of the same history counted together. */
async function alikeCustomers(db: Db, shop: Shop, months: readonly Month[]): Promise<Map<string, Alike[]>> {
  const since = months[0]?.from ?? addDays(shop.today, 1);
  const [row] = await db.$queryRaw<{ alike: unknown }[]>`
    WITH known AS (
      SELECT first_day, purchase_days - 1 AS x, last_day - first_day AS tx, ${shop.today}::date - first_day AS age,
        repeat_minor, CASE WHEN count(*) OVER () > ${BY_DAY}::int THEN 7 ELSE 1 END AS step
      FROM facts WHERE shop_id = ${shop.id} AND first_day >= ${since}::date
    ),
    alike AS (
      SELECT to_char(first_day, 'YYYY-MM') AS cohort, x, avg(tx) AS tx, avg(age) AS age, count(*) AS customers,
        sum(repeat_minor) AS repeat_minor
      FROM known GROUP BY 1, 2, tx / step, age / step, repeat_minor > 0
    )
    SELECT json_agg(json_build_object('cohort', cohort, 'x', x, 'tx', tx, 'T', age, 'customers', customers,
      'repeatMinor', repeat_minor)) AS alike FROM alike`;
  return Map.groupBy(alikeRows.parse(row?.alike ?? []), ({ cohort }) => cohort);
}
