/** The life of a plan and of each of its changes. Anything not in the tables is a mistake. */

const PLAN_MOVES = {
  building: ["draft", "approved", "cancelled"],
  draft: ["building", "approved", "cancelled"],
  approved: ["sending", "paused", "cancelled"],
  sending: ["approved", "paused", "done", "cancelled"],
  paused: ["approved", "cancelled"],
  // More changes of the same day may follow a plan that was done.
  done: ["approved"],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type PlanState = keyof typeof PLAN_MOVES;
export const PLAN_STATES = [
  "building",
  "draft",
  "approved",
  "sending",
  "paused",
  "done",
  "cancelled",
] as const satisfies readonly PlanState[];

const CHANGE_MOVES = {
  draft: ["approved", "cancelled"],
  approved: ["sending", "skipped", "drift", "failed", "cancelled"],
  // A worker that was killed while sending finds the change and decides anew.
  sending: ["applied", "failed", "approved", "skipped", "drift"],
  applied: [],
  skipped: [],
  failed: ["approved", "cancelled"],
  drift: ["approved", "cancelled"],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type ChangeState = keyof typeof CHANGE_MOVES;
export const CHANGE_STATES = [
  "draft",
  "approved",
  "sending",
  "applied",
  "skipped",
  "failed",
  "drift",
  "cancelled",
] as const satisfies readonly ChangeState[];

export function planMayMove(from: PlanState, to: PlanState): boolean {
  const targets: readonly string[] = PLAN_MOVES[from];
  return targets.includes(to);
}

export function changeMayMove(from: ChangeState, to: ChangeState): boolean {
  const targets: readonly string[] = CHANGE_MOVES[from];
  return targets.includes(to);
}

/** The states from which a plan may come to `to`. */
export function planStatesBefore(to: PlanState): PlanState[] {
  return PLAN_STATES.filter((from) => planMayMove(from, to));
}
