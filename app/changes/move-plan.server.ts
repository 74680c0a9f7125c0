import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { planStatesBefore, type PlanState } from "./state.ts";

/** Moves a plan to a state where the table of moves allows it; false where it was not in a state to. */
export async function movePlan(db: Db, shopId: ShopId, planId: number, to: PlanState): Promise<boolean> {
  const { count } = await db.plan.updateMany({
    where: { shopId, id: planId, state: { in: planStatesBefore(to) } },
    data: { state: to },
  });
  return count === 1;
}
