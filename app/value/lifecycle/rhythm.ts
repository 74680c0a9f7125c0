import { z } from "zod";
import { kaplanMeier, type Corner } from "./kaplan-meier.ts";

/**
 * Equal gaps after the `nth` day of purchase, counted; an open one runs from the last day of purchase to
 * today. `nth` is 1, 2 or 3, which stands for the third and every later one.
 */
export type Gaps = { nth: number; days: number; open: boolean; customers: number };

/** So many customers have so many different days of purchase. */
export type Buyers = { purchaseDays: number; customers: number };

const limitsSchema = z.object({
  /** By then half of those who buy again have done so. */
  usualDays: z.number(),
  /** Silent for longer: slipping. By then four of five of those who buy again have done so. */
  slippingDays: z.number(),
  /** Silent for longer: lapsed. By then 19 of 20 of those who buy again have done so. */
  lapsedDays: z.number(),
  /** From gaps after this very purchase; from all gaps, where those are too few; or Laurel's own for want of both. */
  origin: z.enum(["own", "all", "default"]),
  /** So many gaps it rests on. */
  gaps: z.number(),
  /** The share that buys again within `horizonDays`, the longest time that enough customers were watched for. */
  share: z.number(),
  horizonDays: z.number(),
  /** The share that bought again, by days. */
  curve: z.array(z.object({ days: z.number(), share: z.number() })),
});

export const rhythmSchema = z.object({
  /** After the first purchase, the second, and every later one. */
  after: z.tuple([limitsSchema, limitsSchema, limitsSchema]),
  /** With so many different days of purchase a customer is loyal. */
  loyalFrom: z.number(),
});

/** How long a customer's silence is, after which purchase, before it says something. */
export type Limits = z.infer<typeof limitsSchema>;
export type Rhythm = z.infer<typeof rhythmSchema>;

/** Fewer gaps than this say nothing. */
const LEAST_GAPS = 50;
/** A shop that has sold for less time has not seen its longer gaps yet. */
const LEAST_HISTORY_DAYS = 180;
/** The curve is read as far as so many customers were watched. */
const LEAST_AT_RISK = 30;
const ROUNDING = 1e-9;
/** Corners kept of a curve: enough to draw it. */
const DRAWN = 80;
const DEFAULTS = { usualDays: 60, slippingDays: 180, lapsedDays: 365 };
const LEAST_LOYAL = 3;

/**
 * The shop's rhythm of repurchase. A gap that is still open counts for as long as it lasted (Kaplan–Meier);
 * where the curve ends, it tells the share that buys again at all (R. Maller, S. Zhou 1992, Estimating the
 * Proportion of Immunes in a Censored Sample), and limits are read at 80 and 95 % of that share: so they tell of
 * customers who do buy again, also where few do. 80 % is the usual cut for a usage interval (Amplitude, Determine
 * your product's usage interval); 95 % is the usual bound of what is still to be expected.
 *
 * Gaps after the first, the second and later purchases are read apart. Where fewer than 50 were closed after one
 * of them, all gaps stand in; where those are too few, too, or the shop has sold for less than 180 days, fixed
 * limits do (180 and 365 days), and `origin` says so.
 */
export function rhythmOf(gaps: readonly Gaps[], buyers: readonly Buyers[], historyDays: number): Rhythm {
  const enough = historyDays >= LEAST_HISTORY_DAYS;
  const all = enough ? limitsFrom(gaps, "all") : null;
  const after = (nth: number): Limits =>
    (enough
      ? limitsFrom(
          gaps.filter((gap) => gap.nth === nth),
          "own",
        )
      : null) ??
    all ??
    defaultLimits(gaps);
  return { after: [after(1), after(2), after(3)], loyalFrom: loyalFrom(buyers) };
}

/** The limits that hold after so many different days of purchase. */
export function limitsAfter({ after }: Rhythm, purchaseDays: number): Limits {
  return after[purchaseDays >= 3 ? 2 : purchaseDays === 2 ? 1 : 0];
}

/** Does the rhythm rest on too little to keep it for a month? */
export function isProvisional({ after }: Rhythm): boolean {
  return after.some(({ origin }) => origin === "default");
}

function limitsFrom(gaps: readonly Gaps[], origin: "own" | "all"): Limits | null {
  const closed = countClosed(gaps);
  if (closed < LEAST_GAPS) return null;
  const curve = kaplanMeier(
    gaps.map(({ days, open, customers }) => ({
      days,
      closed: open ? 0 : customers,
      open: open ? customers : 0,
    })),
  );
  const watched = curve.filter(({ atRisk }) => atRisk >= LEAST_AT_RISK);
  const end = watched.at(-1);
  if (end === undefined) return null;
  const daysUntil = (part: number): number =>
    watched.find(({ share }) => share >= part * end.share - ROUNDING)?.days ?? end.days;
  const slippingDays = daysUntil(0.8);
  return {
    usualDays: daysUntil(0.5),
    slippingDays,
    lapsedDays: Math.max(slippingDays + 1, daysUntil(0.95)),
    origin,
    gaps: closed,
    share: end.share,
    horizonDays: end.days,
    curve: thinned(watched),
  };
}

function defaultLimits(gaps: readonly Gaps[]): Limits {
  return { ...DEFAULTS, origin: "default", gaps: countClosed(gaps), share: 0, horizonDays: 0, curve: [] };
}

function countClosed(gaps: readonly Gaps[]): number {
  return gaps.reduce((sum, { open, customers }) => (open ? sum : sum + customers), 0);
}

/** At most so many corners, spread evenly over the days, the last one among them. */
function thinned(curve: readonly Corner[]): Limits["curve"] {
  const step = (curve.at(-1)?.days ?? 0) / DRAWN;
  return curve
    .filter((corner, index) => {
      const next = curve[index + 1];
      return next === undefined || Math.floor(corner.days / step) < Math.floor(next.days / step);
    })
    .map(({ days, share }) => ({ days, share }));
}

/**
 * As many days of purchase as the busiest fifth of those who bought again have; at least three, since two make
 * no habit.
 */
function loyalFrom(buyers: readonly Buyers[]): number {
  const again = buyers
    .filter(({ purchaseDays }) => purchaseDays >= 2)
    .toSorted((a, b) => b.purchaseDays - a.purchaseDays);
  const fifth = again.reduce((sum, { customers }) => sum + customers, 0) / 5;
  let busier = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const { purchaseDays, customers } of again) {
    busier += customers;
    if (busier > fifth) break;
    least = purchaseDays;
  }
  // Where the busiest alone are more than a fifth, they are it.
  return Math.max(LEAST_LOYAL, Number.isFinite(least) ? least : (again[0]?.purchaseDays ?? LEAST_LOYAL));
}
