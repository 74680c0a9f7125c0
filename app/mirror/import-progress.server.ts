import type { Db } from "#app/db.server.ts";
import { now } from "#app/platform/clock.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { PHASES, phaseOf, type Phase } from "./phases.ts";
import { timeLeft } from "./time-left.ts";

export type ImportProgress = {
  id: number;
  state: "queued" | "reading" | "done" | "failed";
  phase: Phase;
  /** How many of each are in the mirror, and how many the shop has (null: not known yet). */
  counts: Record<Phase, { done: number; total: number | null }>;
  /** Null where it cannot be told. */
  millisecondsLeft: number | null;
  /** Set where only orders since this instant could be read. */
  ordersSince: Date | null;
  /** Key in the locale files' `errors`. */
  error: string | null;
  finishedAt: Date | null;
};

/** How the shop's latest import stands; null where there was none. */
export async function importProgress(db: Db, shopId: ShopId): Promise<ImportProgress | null> {
  const row = await db.import.findFirst({ where: { shopId }, orderBy: { id: "desc" } });
  if (row === null) return null;
  const counts = {
    products: { done: row.products, total: row.productsTotal },
    customers: { done: row.customers, total: row.customersTotal },
    orders: { done: row.orders, total: row.ordersTotal },
  };
  const done = PHASES.reduce((sum, phase) => sum + counts[phase].done, 0);
  const total = PHASES.reduce((sum, phase) => sum + (counts[phase].total ?? 0), 0);
  const elapsedMs = now().getTime() - row.startedAt.getTime();
  const state = stateOf(row.state);
  return {
    id: row.id,
    state,
    phase: phaseOf(row.phase),
    counts,
    millisecondsLeft: state === "reading" ? timeLeft({ done, total, elapsedMs }) : null,
    ordersSince: row.ordersSince,
    error: row.error,
    finishedAt: row.finishedAt,
  };
}

function stateOf(text: string): ImportProgress["state"] {
  return text === "reading" || text === "done" || text === "failed" ? text : "queued";
}
