import { z } from "zod";
import type { Plan } from "#app/generated/prisma/client.ts";
import { prisma } from "#app/db.server.ts";
import { CHANGE_STATES, PLAN_STATES } from "#app/changes/state.ts";
import type { ShopId } from "#app/platform/ids.ts";
import type { Counts, PlanSummary } from "./plan-summary.ts";

const groupSchema = z.object({
  planId: z.number(),
  kind: z.enum(["customer.tags", "customer.standing", "segment", "discount"]),
  state: z.enum(CHANGE_STATES),
  _count: z.number(),
});

/** Plans with the counts of their changes: one query for all. */
export async function summariesOf(shopId: ShopId, plans: readonly Plan[]): Promise<PlanSummary[]> {
  const groups = await prisma.change.groupBy({
    by: ["planId", "kind", "state"],
    where: { shopId, planId: { in: plans.map((plan) => plan.id) } },
    _count: true,
  });
  const read = z.array(groupSchema).parse(groups);
  return plans.map((plan) =>
    summary(
      plan,
      read.filter((group) => group.planId === plan.id),
    ),
  );
}

function summary(plan: Plan, groups: z.infer<typeof groupSchema>[]): PlanSummary {
  const counts: Counts = {};
  const byKind: PlanSummary["byKind"] = {};
  for (const { kind, state, _count } of groups) {
    counts[state] = (counts[state] ?? 0) + _count;
    byKind[kind] = { ...byKind[kind], [state]: _count };
  }
  return {
    id: plan.id,
    cause: plan.cause,
    state: z.enum(PLAN_STATES).parse(plan.state),
    createdAt: plan.createdAt.toISOString(),
    finishedAt: plan.finishedAt?.toISOString() ?? null,
    total: groups.reduce((sum, group) => sum + group._count, 0),
    counts,
    byKind,
  };
}
