import { z } from "zod";
import { toDay } from "#app/platform/time.ts";
import { FALLBACK_REASONS, type FallbackReason } from "./fallback.ts";
import { NAIVE_RULES } from "./naive-rules.ts";
import { MODEL_NAMES } from "./purchase-model.ts";

const day = z.string().transform(toDay);
const reason = z.custom<FallbackReason>(
  (value) => typeof value === "string" && Object.hasOwn(FALLBACK_REASONS, value),
);

/** Purchases expected and made in the time held out (`holdout.ts`). */
const errors = z.object({
  sum: z.number(),
  actual: z.number(),
  bias: z.number(),
  mae: z.number(),
  rmse: z.number(),
});

/** A model that was tried; one that gave way to NBD, or was left out, has no figures of its own. */
const candidate = z.object({
  model: z.enum(MODEL_NAMES),
  left: z.union([reason, z.literal("too_many_histories")]).nullable(),
  /** Akaike's criterion: the smaller, the better it fits for the parameters it has. */
  aic: z.number().nullable(),
  errors: errors.nullable(),
});

/** How the models did on the end of the history, which none of them had seen. */
const test = z.object({
  /** The last day they learned from, and the last one of the test. */
  learnedTo: day,
  testedTo: day,
  days: z.number(),
  /** Customers who had bought by then; the test is about them. */
  customers: z.number(),
  naive: z.array(z.object({ rule: z.enum(NAIVE_RULES), errors })),
  deciles: z.array(z.object({ customers: z.number(), expected: z.number(), made: z.number() })),
  money: z.object({ expectedMinor: z.number(), madeMinor: z.number() }),
  /** How much of the model's own distribution an interval takes to hold four of five (`interval-level.ts`). */
  level: z.number(),
  /**
   * The share of customers whose money ended within their interval, and the share that the model says does; of
   * all, and of those whose interval is more than nothing.
   */
  coverage: z.object({
    all: z.object({ customers: z.number(), held: z.number(), promised: z.number() }),
    open: z.object({ customers: z.number(), held: z.number(), promised: z.number() }),
  }),
  /** How far the sum of all may be off, as a deviation of its logarithm. */
  spread: z.number(),
});

const weeks = z.array(z.object({ until: day, expected: z.number(), made: z.number() }));

const fitted = z.object({
  kind: z.literal("fitted"),
  model: z.enum(MODEL_NAMES),
  customers: z.number(),
  repeatCustomers: z.number(),
  firstDay: day,
  distinctHistories: z.number(),
  candidates: z.array(candidate),
  /** Why the chosen model, or the amounts, gave way when they learned from the whole history. */
  fallbacks: z.array(
    z.object({ from: z.enum([...MODEL_NAMES, "gammagamma"]), to: z.enum(["nbd", "mean"]), reason }),
  ),
  test: test.nullable(),
  weeks,
  ahead: z.object({ days: z.number(), purchases: z.number(), variance: z.number() }),
});

const thin = z.object({
  kind: z.literal("thin"),
  customers: z.number(),
  repeatCustomers: z.number(),
  average: z.object({ purchases: z.number(), spendMinor: z.number(), highMinor: z.number() }).nullable(),
});

/** What is told of a fit: how the model was chosen and how good it is, or that there is too little history. */
export const modelReportSchema = z.discriminatedUnion("kind", [fitted, thin]);

export type ModelReport = z.infer<typeof modelReportSchema>;
export type FittedReport = z.infer<typeof fitted>;
export type ModelTest = z.infer<typeof test>;
export type Candidate = z.infer<typeof candidate>;
