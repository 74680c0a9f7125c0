import type { ChangeKind } from "#app/changes/model.ts";
import type { ChangeState, PlanState } from "#app/changes/state.ts";

/** How many changes of a kind are in which state. */
export type Counts = Partial<Record<ChangeState, number>>;

/** A plan as lists show it. */
export type PlanSummary = {
  id: number;
  cause: string;
  state: PlanState;
  createdAt: string;
  finishedAt: string | null;
  /** Changes in all. */
  total: number;
  counts: Counts;
  byKind: Partial<Record<ChangeKind, Counts>>;
};

/** Changes that are over, in whatever way. */
export function settledCount(counts: Counts): number {
  const { applied = 0, skipped = 0, failed = 0, drift = 0, cancelled = 0 } = counts;
  return applied + skipped + failed + drift + cancelled;
}

/** Changes that were given up or found changed by somebody else: a person should look. */
export function attentionCount(counts: Counts): number {
  return (counts.failed ?? 0) + (counts.drift ?? 0);
}
