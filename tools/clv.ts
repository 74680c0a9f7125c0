import { parseArgs } from "node:util";
import { z } from "zod";
import { toDay, type Day } from "#app/platform/time.ts";
import { estimate, type Estimates, type Wish } from "#app/value/clv/estimate.ts";
import { FALLBACK_REASONS } from "#app/value/clv/fallback.ts";
import { FLOOR } from "#app/value/clv/fit-purchases.ts";
import { UNIT_DAYS, UNITS } from "#app/value/clv/lifetime-value.ts";
import { MODEL_NAMES } from "#app/value/clv/purchase-model.ts";
import { readHistories, type KnownCustomer } from "./clv/read-histories.ts";
import { runCommand } from "./orders/run-command.ts";
import { quoted, writeLines } from "./orders/write-lines.ts";

/** Fits lifetime-value models to a CSV file of orders and says what to expect of each customer. */
const HELP = `Lifetime value from a CSV file with customer_id, date, amount.

  --input FILE            the orders: dates as YYYY-MM-DD, amounts as decimals, refunds already taken off
  --unit UNIT             in what time is counted: week or day
  --calibration-end DATE  the last day from which the models learn
  --observation-end DATE  the last day of the time held out (default: the day of the last order)
  --model MODEL           bgnbd (default), mbgnbd, paretonbd, nbd, or auto: the one with the smallest RMSE held out
  --predict N             for how many units to expect purchases (default: as long as held out, or a year)
  --discount RATE         a month, for the value of the next 12 months (default 0.01)
  --currency CODE         whose decimals the amounts have (default USD)
  --json FILE             where to write the model and how good it is; standard output without it
  --csv FILE              where to write a row a customer; not written without it`;

const HEADER = "customer_id,frequency,recency,T,monetary_value,p_alive,expected_purchases,expected_value,clv";

const models = [...MODEL_NAMES, "auto"] as const;

const optionsSchema = z.object({
  input: z.string({ error: "--input FILE is missing" }),
  unit: z.enum(UNITS, { error: `--unit is ${UNITS.join(" or ")}` }),
  "calibration-end": z.string({ error: "--calibration-end DATE is missing" }),
  "observation-end": z.string().optional(),
  model: z.enum(models, { error: `--model is one of ${models.join(", ")}` }),
  predict: z.coerce.number().positive({ error: "--predict is a number above 0" }).optional(),
  discount: z.coerce.number({ error: "--discount is a rate such as 0.01" }).min(0).max(1),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: "--currency is a code of three capitals" }),
  json: z.string().optional(),
  csv: z.string().optional(),
});

type Options = z.infer<typeof optionsSchema>;

await runCommand(run);

async function run(args: string[]): Promise<void> {
  const { help, ...given } = parseOptions(args);
  if (help) {
    console.log(HELP);
    return;
  }
  const options = optionsSchema.parse(given);
  const { calibrationEnd, observationEnd } = daysOf(options);
  const read = await readHistories(options.input, options.currency, calibrationEnd, observationEnd);
  const { customers, heldOutDays } = read;
  if (read.newcomers > 0) {
    const who = read.newcomers === 1 ? "1 customer" : `${read.newcomers} customers`;
    console.error(`${who} came after ${calibrationEnd}: left out`);
  }
  if (options.model === "auto" && heldOutDays === 0) {
    throw new Error(`--model auto chooses by what came after ${calibrationEnd}: nothing did`);
  }
  const wish = wishOf(options, heldOutDays);
  const start = performance.now();
  const estimates = estimate(customers, wish);
  if ("thin" in estimates) {
    const { customers: known, repeatCustomers } = estimates.thin;
    throw new Error(
      `not enough history: ${known} customers, ${repeatCustomers} of them with a repeat purchase; ` +
        `${FLOOR.customers} and ${FLOOR.repeatCustomers} are needed`,
    );
  }
  const seconds = (performance.now() - start) / 1000;
  if (options.csv !== undefined) await writeLines(linesOf(customers, estimates, wish), options.csv);
  const report = reportOf(customers.length, estimates, wish, seconds);
  await writeLines([JSON.stringify(report, null, 2)], options.json);
}

function parseOptions(args: string[]) {
  return parseArgs({
    args,
    options: {
      input: { type: "string" },
      unit: { type: "string" },
      "calibration-end": { type: "string" },
      "observation-end": { type: "string" },
      model: { type: "string", default: "bgnbd" },
      predict: { type: "string" },
      discount: { type: "string", default: "0.01" },
      currency: { type: "string", default: "USD" },
      json: { type: "string" },
      csv: { type: "string" },
      help: { type: "boolean", default: false },
    },
  }).values;
}

function daysOf(options: Options): { calibrationEnd: Day; observationEnd: Day | undefined } {
  const calibrationEnd = toDay(options["calibration-end"]);
  const end = options["observation-end"];
  const observationEnd = end === undefined ? undefined : toDay(end);
  if (observationEnd !== undefined && observationEnd < calibrationEnd) {
    throw new Error("--observation-end is before --calibration-end");
  }
  return { calibrationEnd, observationEnd };
}

function wishOf({ model, unit, predict, discount }: Options, heldOutDays: number): Wish {
  const days = heldOutDays > 0 ? heldOutDays : 364 + (unit === "day" ? 1 : 0);
  return {
    model,
    unit,
    heldOutDays,
    predict: predict ?? days / UNIT_DAYS[unit],
    monthlyDiscount: discount,
  };
}

function reportOf(customers: number, estimates: Estimates, wish: Wish, seconds: number) {
  const { model, parameters, logLikelihood, moneyLogLikelihood, distinctRows, holdout, fallbacks } =
    estimates;
  return {
    model,
    parameters,
    logLikelihood,
    moneyLogLikelihood: moneyLogLikelihood ?? null,
    customers,
    distinctRows,
    seconds,
    unit: wish.unit,
    predict: wish.predict,
    holdout: holdout ?? null,
    fallbacks: fallbacks.map((each) => ({ ...each, reason: FALLBACK_REASONS[each.reason] })),
  };
}

function* linesOf(
  customers: readonly KnownCustomer[],
  estimates: Estimates,
  { unit }: Wish,
): Generator<string> {
  yield HEADER;
  for (const [index, { id, frequency, recencyDays, ageDays, meanAmount }] of customers.entries()) {
    const { alive, purchases, amount, value } = estimates.of(index);
    const [recency, age] = [recencyDays / UNIT_DAYS[unit], ageDays / UNIT_DAYS[unit]];
    yield [quoted(id), frequency, recency, age, meanAmount, alive, purchases, amount, value].join(",");
  }
}
