import { z } from "zod";
import { addDays, daysBetween, type Day } from "#app/platform/time.ts";
import { limitsAfter, type Rhythm } from "./rhythm.ts";
import type { Stage } from "./stages.ts";

/** Below this P(alive) a customer has more likely left than not. */
export const UNLIKELY = 0.5;

/** Why a customer is in a stage; days are ISO text. */
export const stageReasonSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("never_bought") }),
  /** Bought on one day so far. */
  z.object({ code: z.literal("first_purchase"), lastDay: z.string() }),
  /** Buys on within the limits. */
  z.object({
    code: z.literal("in_rhythm"),
    lastDay: z.string(),
    purchaseDays: z.number(),
    loyalFrom: z.number(),
  }),
  /** Bought again after having been silent for more days than the limit of the lapsed. */
  z.object({ code: z.literal("came_back"), lastDay: z.string(), gapDays: z.number(), limitDays: z.number() }),
  /** Silent for more days than the limit. */
  z.object({ code: z.literal("silent"), lastDay: z.string(), limitDays: z.number() }),
  /** Silent for longer than usual, and P(alive), in whole percent, is low. */
  z.object({ code: z.literal("unlikely"), lastDay: z.string(), alivePercent: z.number() }),
]);

export type StageReason = z.infer<typeof stageReasonSchema>;

/** What a stage depends on. */
export type Life = {
  /** The day on which the shop came to know the customer. */
  joined: Day;
  /** The different days of purchase, the oldest first. */
  days: readonly Day[];
  /** P(alive); null where no dropout model stands. */
  alive: number | null;
  /** The day on which `unlikely` was first said, if it stands already. */
  warned: Day | null;
};

export type StageOfCustomer = {
  stage: Stage;
  /** The day on which it became so. */
  since: Day;
  /** The stage before; null for a prospect. */
  previous: Stage | null;
  reason: StageReason;
};

/**
 * The stage of a customer on a day, by the shop's rhythm. It follows from the days of purchase alone, so it is
 * known for days before Laurel was installed, too. Only that a customer is slipping may P(alive) say early, of
 * one who has a pace of her own (two purchases), is silent for longer than usual, and has more likely left than
 * not. When she lapses time alone decides, so that having been won back means the same whenever it was.
 *
 * - prospect: has not bought
 * - new: bought on one day, and is not silent for too long
 * - growing: bought again, and keeps the rhythm
 * - loyal: so did those with as many days of purchase as the shop's busiest fifth
 * - slipping, lapsed: silent for longer than the limits after so many purchases
 * - won back: bought again after having lapsed, until the next purchase or until slipping
 */
export function stageOn(life: Life, rhythm: Rhythm, today: Day): StageOfCustomer {
  const days = life.days.filter((day) => day <= today);
  const lastDay = days.at(-1);
  if (lastDay === undefined) {
    return { stage: "prospect", since: life.joined, previous: null, reason: { code: "never_bought" } };
  }
  const active = activeStage(days, rhythm);
  const { usualDays, slippingDays, lapsedDays } = limitsAfter(rhythm, days.length);
  const silence = daysBetween(lastDay, today);
  const silent = (stage: Stage, limitDays: number, previous: Stage): StageOfCustomer => ({
    stage,
    since: addDays(lastDay, limitDays + 1),
    previous,
    reason: { code: "silent", lastDay, limitDays },
  });
  if (silence > lapsedDays) return silent("lapsed", lapsedDays, "slipping");
  if (silence > slippingDays) return silent("slipping", slippingDays, active.stage);
  const { alive, warned } = life;
  if (days.length >= 2 && silence > usualDays && alive !== null && alive < UNLIKELY) {
    return {
      stage: "slipping",
      since: warned !== null && warned > lastDay ? warned : today,
      previous: active.stage,
      reason: { code: "unlikely", lastDay, alivePercent: Math.floor(alive * 100) },
    };
  }
  return active;
}

/**
 * The day on which the stage changes by itself if nothing is bought; null where it stays. P(alive) may change it
 * before.
 */
export function nextChange(
  stage: Stage,
  { lastDay, purchaseDays }: { lastDay: Day | null; purchaseDays: number },
  rhythm: Rhythm,
): Day | null {
  if (lastDay === null || stage === "prospect" || stage === "lapsed") return null;
  const { slippingDays, lapsedDays } = limitsAfter(rhythm, purchaseDays);
  return addDays(lastDay, (stage === "slipping" ? lapsedDays : slippingDays) + 1);
}

/** The stage right after the last purchase, and since when it has been so without a break. */
function activeStage(days: readonly Day[], rhythm: Rhythm): StageOfCustomer {
  const { loyalFrom } = rhythm;
  let active: StageOfCustomer | undefined;
  let previousDay: Day | undefined;
  for (const [index, day] of days.entries()) {
    const purchaseDays = index + 1;
    const gapDays = previousDay === undefined ? 0 : daysBetween(previousDay, day);
    previousDay = day;
    if (active === undefined) {
      const reason: StageReason = { code: "first_purchase", lastDay: day };
      active = { stage: "new", since: day, previous: "prospect", reason };
      continue;
    }
    const { slippingDays, lapsedDays } = limitsAfter(rhythm, index);
    const silence = gapDays - 1; // On the day before this purchase.
    const broken = silence > lapsedDays ? "lapsed" : silence > slippingDays ? "slipping" : null;
    const stage = broken === "lapsed" ? "won_back" : purchaseDays >= loyalFrom ? "loyal" : "growing";
    const reason: StageReason =
      stage === "won_back"
        ? { code: "came_back", lastDay: day, gapDays, limitDays: lapsedDays }
        : { code: "in_rhythm", lastDay: day, purchaseDays, loyalFrom };
    const entered = broken !== null || stage !== active.stage;
    active = entered
      ? { stage, since: day, previous: broken ?? active.stage, reason }
      : { ...active, reason };
  }
  if (active === undefined) throw new RangeError("Who never bought has no such stage");
  return active;
}
