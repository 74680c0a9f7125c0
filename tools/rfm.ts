import { parseArgs } from "node:util";
import { toDay } from "#app/platform/time.ts";
import { z } from "zod";
import { decimalText } from "#app/platform/money.ts";
import { CUT_METHODS } from "#app/value/rfm/cut-methods.ts";
import {
  cutCustomers,
  scoreCustomers,
  type CustomerFigures,
  type ScoredCustomer,
} from "#app/value/rfm/score-customers.ts";
import { runCommand } from "./orders/run-command.ts";
import { quoted, writeLines } from "./orders/write-lines.ts";
import { fixedCuts } from "./rfm/fixed-cuts.ts";
import { readCustomers } from "./rfm/read-customers.ts";

const METHODS = [...CUT_METHODS, "fixed"] as const;

/** Scores and groups the customers of a CSV file of orders. */
const HELP = `Recency, frequency and monetary scores of a CSV file with customer_id, date, amount.

  --input FILE       the orders: dates as YYYY-MM-DD, amounts as decimals, refunds already taken off
  --asof DATE        the day on which to look: orders after it are left out
  --method METHOD    quantile (default), mean, median, pareto or fixed
  --scores N         scores a metric: 3, 4 or 5 (default)
  --recency LIMITS, --frequency LIMITS, --monetary LIMITS
                     for fixed: what scores 2, 3, 4 and 5 take, such as 365,180,90,30 days
  --currency CODE    whose decimals the amounts have (default USD)
  --csv FILE         where to write; standard output without it`;

const HEADER = [
  "customer_id",
  "recency_days",
  "frequency",
  "monetary",
  "r",
  "f",
  "m",
  "shopify_group",
  "rf_group",
  "value_group",
  "cell",
];

const optionsSchema = z.object({
  input: z.string({ error: "--input FILE is missing" }),
  asof: z.string({ error: "--asof DATE is missing" }),
  method: z.enum(METHODS, { error: `--method is one of ${METHODS.join(", ")}` }),
  scores: z.coerce.number().pipe(z.literal([3, 4, 5], { error: "--scores is 3, 4 or 5" })),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: "--currency is a code of three capitals" }),
  csv: z.string().optional(),
  recency: z.string().optional(),
  frequency: z.string().optional(),
  monetary: z.string().optional(),
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
  const { input, asof, currency, csv } = options;
  const score = scorer(options);
  const { customers, later } = await readCustomers(input, toDay(asof), currency);
  if (later > 0) console.error(`${later} ${later === 1 ? "order" : "orders"} after ${asof} left out`);
  await writeLines(linesOf(score(customers), currency), csv);
}

function scorer(options: Options): (customers: readonly CustomerFigures[]) => ScoredCustomer[] {
  const { method, scores, currency } = options;
  if (method === "fixed") {
    if (scores !== 5) throw new RangeError("--method fixed has 5 scores");
    const cuts = fixedCuts(options, currency);
    return (customers) => scoreCustomers(customers, cuts, cuts);
  }
  return (customers) => {
    const five = cutCustomers(customers, method, 5);
    const cuts = scores === 5 ? five : cutCustomers(customers, method, scores);
    return scoreCustomers(customers, cuts, five);
  };
}

function parseOptions(args: string[]) {
  return parseArgs({
    args,
    options: {
      input: { type: "string" },
      asof: { type: "string" },
      method: { type: "string", default: "quantile" },
      scores: { type: "string", default: "5" },
      currency: { type: "string", default: "USD" },
      csv: { type: "string" },
      recency: { type: "string" },
      frequency: { type: "string" },
      monetary: { type: "string" },
      help: { type: "boolean", default: false },
    },
  }).values;
}

function* linesOf(customers: Iterable<ScoredCustomer>, currency: string): Generator<string> {
  yield HEADER.join(",");
  for (const { figures, scores, groups } of customers) {
    yield [
      quoted(figures.id),
      figures.recencyDays,
      figures.frequency,
      decimalText(figures.netMinor, currency),
      scores.recency,
      scores.frequency,
      scores.monetary,
      groups.shopify,
      groups.rf,
      groups.value,
      groups.cell,
    ].join(",");
  }
}
