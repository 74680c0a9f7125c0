import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { changeSchema } from "#app/changes/model.ts";
import { secondsToSend } from "#app/changes/pace.ts";
import { CHANGE_STATES } from "#app/changes/state.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { numberInGid, type ShopId } from "#app/platform/ids.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { customerNames } from "./customer-names.server.ts";
import type { PlanSummary } from "./plan-summary.ts";
import { summariesOf } from "./plan-summaries.server.ts";

/** One change as the plan's page shows it. */
export type ChangeRow = z.infer<typeof changeSchema> & {
  id: string;
  state: (typeof CHANGE_STATES)[number];
  error: string | null;
  /** Number and name of the customer it is about; null for segments and discounts. */
  customer: { id: string; name: string | null } | null;
};

export type PlanPage = {
  plan: PlanSummary;
  rows: ChangeRow[];
  /** The `after` of the next page, or null on the last. */
  next: string | null;
  secondsToSend: number;
  /** Customers of the shop whose tags stay as they are. */
  untouched: number;
  /** Names of the tiers by key. */
  tierNames: Record<string, string>;
};

/** Which changes of a plan to show: those of a kind, a state, a customer. */
export const planFilterSchema = z.object({
  kind: z.enum(["customer.tags", "customer.standing", "segment", "discount"]).optional(),
  state: z.enum(CHANGE_STATES).optional(),
  customer: z.string().regex(/^\d+$/).optional(),
  after: z.string().regex(/^\d+$/).optional(),
});

const PAGE_SIZE = 25;
const rowSchema = z.object({ id: z.bigint(), state: z.enum(CHANGE_STATES), error: z.string().nullable() });

/** @throws AppError not_found where the shop has no such plan. */
export async function planPage(
  client: AdminClient,
  shopId: ShopId,
  planId: number,
  filter: z.infer<typeof planFilterSchema>,
): Promise<PlanPage> {
  const plan = await prisma.plan.findUnique({ where: { shopId_id: { shopId, id: planId } } });
  if (plan === null) throw new AppError("not_found", `No plan ${planId}`);
  const [summary] = await summariesOf(shopId, [plan]);
  if (summary === undefined) throw new AppError("internal", `Plan ${planId} cannot be summed up`);

  const rows = await prisma.change.findMany({
    where: {
      shopId,
      planId,
      ...(filter.kind === undefined ? {} : { kind: filter.kind }),
      ...(filter.state === undefined ? {} : { state: filter.state }),
      ...(filter.customer === undefined ? {} : { subject: `gid://shopify/Customer/${filter.customer}` }),
      ...(filter.after === undefined ? {} : { id: { gt: BigInt(filter.after) } }),
    },
    orderBy: { id: "asc" },
    take: PAGE_SIZE + 1,
  });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const tagChanges = Object.values(summary.byKind["customer.tags"] ?? {}).reduce(
    (sum, count) => sum + count,
    0,
  );
  const customers = await prisma.customer.count({ where: { shopId, deletedAt: null, mergedInto: null } });
  return {
    plan: summary,
    rows: await withNames(
      client,
      shown.map((row) => ({ ...changeSchema.parse(row), ...rowSchema.parse(row) })),
    ),
    next: last === undefined ? null : last.id.toString(),
    secondsToSend: secondsToSend(summary.counts.draft ?? summary.counts.approved ?? 0),
    untouched: Math.max(0, customers - tagChanges),
    tierNames: await tierNames(shopId),
  };
}

async function withNames(
  client: AdminClient,
  changes: readonly (z.infer<typeof changeSchema> & z.infer<typeof rowSchema>)[],
): Promise<ChangeRow[]> {
  const ids = changes.flatMap((change) => customerId(change) ?? []);
  const names = await customerNames(client, [...new Set(ids)]);
  return changes.map((change) => {
    const id = customerId(change)?.toString();
    return {
      ...change,
      id: change.id.toString(),
      customer: id === undefined ? null : { id, name: names[id] ?? null },
    };
  });
}

function customerId(change: z.infer<typeof changeSchema>): bigint | undefined {
  return change.kind === "customer.tags" || change.kind === "customer.standing"
    ? numberInGid("Customer", change.subject)
    : undefined;
}

async function tierNames(shopId: ShopId): Promise<Record<string, string>> {
  const policy = await currentPolicy(prisma, shopId);
  return Object.fromEntries(policy?.definition.tiers.map((tier) => [tier.key, tier.name]) ?? []);
}
