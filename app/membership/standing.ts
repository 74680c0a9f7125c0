import { addDays, daysBetween, type Day } from "#app/platform/time.ts";
import { netSpend, type Purchase } from "#app/value/purchase.ts";
import { nextTier, tierFor, type RankedTier } from "./ladder.ts";
import type { Definition, Tier } from "./policy.ts";
import { trailOf, type TrailEntry } from "./trail.ts";
import { leaveDay } from "./window.ts";

/** How many days ahead a customer is told that her tier will end. */
export const KEEP_HORIZON_DAYS = 90;

/** A customer's place under a policy on a shop day. Money in minor units. */
export type Standing = {
  tier: Tier;
  rank: number;
  since: Day;
  /** The last day on which the tier holds if nothing more is bought; null at rank 0. */
  validUntil: Day | null;
  /** Net spend in the window. */
  spendMinor: number;
  /** To the next tier; `by`: the last day before the current figure falls by itself. Null at the top. */
  progress: {
    currentMinor: number;
    neededMinor: number;
    missingMinor: number;
    next: Tier;
    by: Day | null;
  } | null;
  /** What is missing to stay beyond `by`; null unless the tier ends within the horizon. */
  keep: { missingMinor: number; by: Day } | null;
  /** The next day on which the standing reads differently by itself. */
  nextDay: Day | null;
  trail: TrailEntry[];
};

/** What was known before: how the customer's place began. */
export type Before =
  | { kind: "standing"; tierKey: string; since: Day }
  /** No standing yet: the tier's beginning is replayed from the purchases. `joined`: day of the customer record. */
  | { kind: "new"; joined: Day };

/** Where a customer stands today, by her purchases, and why. */
export function standingOf(
  definition: Definition,
  purchases: readonly Purchase[],
  today: Day,
  before: Before,
): Standing {
  const trail = trailOf(definition.window, purchases, today);
  const spendMinor = trail.reduce((sum, entry) => sum + entry.contributionMinor, 0);
  const ranked = tierFor(definition, spendMinor);
  const falls = fallsOf(trail);
  const end = ranked.rank === 0 ? null : endOf(ranked.tier, falls, spendMinor);
  const keep = end !== null && daysBetween(today, end.validUntil) <= KEEP_HORIZON_DAYS ? end : null;
  return {
    ...ranked,
    since: sinceOf(definition, purchases, today, before, ranked),
    validUntil: end?.validUntil ?? null,
    spendMinor,
    progress: progressOf(definition, ranked.rank, spendMinor, falls),
    keep: keep === null ? null : { missingMinor: keep.missingMinor, by: keep.validUntil },
    nextDay: nextDayOf(falls, end?.validUntil ?? null, today),
    trail,
  };
}

type Fall = { day: Day; minor: number };

/** When and by how much the spend falls if nothing happens, the earliest first. */
function fallsOf(trail: readonly TrailEntry[]): Fall[] {
  return trail
    .filter((entry) => entry.contributionMinor > 0)
    .map((entry) => ({ day: entry.leaves, minor: entry.contributionMinor }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function endOf(
  tier: Tier,
  falls: readonly Fall[],
  spendMinor: number,
): { validUntil: Day; missingMinor: number } | null {
  let left = spendMinor;
  for (const [index, fall] of falls.entries()) {
    left -= fall.minor;
    // Orders of one day leave together.
    if (falls[index + 1]?.day === fall.day) continue;
    if (left < tier.enterMinor) {
      return { validUntil: addDays(fall.day, -1), missingMinor: tier.enterMinor - left };
    }
  }
  return null;
}

function progressOf(
  definition: Definition,
  rank: number,
  spendMinor: number,
  falls: readonly Fall[],
): Standing["progress"] {
  const next = nextTier(definition, rank);
  if (next === null) return null;
  const first = falls[0];
  return {
    currentMinor: spendMinor,
    neededMinor: next.tier.enterMinor,
    missingMinor: next.tier.enterMinor - spendMinor,
    next: next.tier,
    by: first === undefined ? null : addDays(first.day, -1),
  };
}

function nextDayOf(falls: readonly Fall[], validUntil: Day | null, today: Day): Day | null {
  const days = falls.slice(0, 1).map((fall) => fall.day);
  const warning = validUntil === null ? null : addDays(validUntil, -KEEP_HORIZON_DAYS);
  if (warning !== null && warning > today) days.push(warning);
  return days.toSorted()[0] ?? null;
}

function sinceOf(
  definition: Definition,
  purchases: readonly Purchase[],
  today: Day,
  before: Before,
  ranked: RankedTier,
): Day {
  if (before.kind === "new") return spellStart(definition, purchases, today, before.joined);
  return before.tierKey === ranked.tier.key ? before.since : today;
}

/** The day on which the unbroken spell in today's tier began, had the policy always been in force. */
function spellStart(definition: Definition, purchases: readonly Purchase[], today: Day, joined: Day): Day {
  const deltas = new Map<Day, number>([[joined, 0]]);
  const add = (day: Day, minor: number) => deltas.set(day, (deltas.get(day) ?? 0) + minor);
  for (const purchase of purchases) {
    const minor = netSpend(purchase);
    add(purchase.day, minor);
    const leaves = leaveDay(definition.window, purchase.day);
    if (leaves <= today) add(leaves, -minor);
  }
  let spend = 0;
  let start = joined;
  let rank: number | null = null;
  for (const [day, minor] of [...deltas].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    spend += minor;
    const reached = tierFor(definition, spend).rank;
    if (reached !== rank) start = day;
    rank = reached;
  }
  return start < today ? start : today;
}
