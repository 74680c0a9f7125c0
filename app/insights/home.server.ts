import { z } from "zod";
import { prisma } from "#app/db.server.ts";
import { isLive } from "#app/changes/is-live.server.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import type { Policy } from "#app/membership/current-policy.server.ts";
import { importProgress, type ImportProgress } from "#app/mirror/import-progress.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { addDays, dayToDate } from "#app/platform/time.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { themeBlock, type ThemeBlock } from "./theme-block.server.ts";

const figuresSchema = z.object({
  customers: z.number(),
  /** Customers above the lowest tier. */
  members: z.number(),
  windowMinor: z.number(),
  membersMinor: z.number(),
  buyers: z.number(),
  repeatBuyers: z.number(),
  rose: z.number(),
  fell: z.number(),
  ending: z.number(),
  lastOrderAt: z.string().nullable(),
  waiting: z.number(),
});

export type HomePage = {
  import: Omit<ImportProgress, "finishedAt" | "ordersSince"> & { ordersSince: string | null };
  policyInForce: boolean;
  live: boolean;
  openPlan: { id: number; state: string } | null;
  block: ThemeBlock;
  /** Null until there is a policy in force and the history is read. */
  figures: z.infer<typeof figuresSchema> | null;
  tiers: { key: string; name: string; customers: number; spendMinor: number }[];
};

/** Is everything running, and what comes next? */
export async function homePage(client: AdminClient, shop: Shop): Promise<HomePage | null> {
  const progress = await importProgress(prisma, shop.id);
  if (progress === null) return null;
  const [policy, live, openPlan, block] = await Promise.all([
    currentPolicy(prisma, shop.id),
    isLive(prisma, shop.id),
    prisma.plan.findFirst({
      where: { shopId: shop.id, state: { in: ["building", "draft", "approved", "sending", "paused"] } },
      orderBy: { id: "desc" },
      select: { id: true, state: true },
    }),
    themeBlock(client),
  ]);
  const { finishedAt, ordersSince, ...rest } = progress;
  return {
    import: { ...rest, ordersSince: ordersSince?.toISOString() ?? null },
    policyInForce: policy !== null,
    live,
    openPlan,
    block,
    figures: policy === null || finishedAt === null ? null : await figures(shop),
    tiers: policy === null ? [] : await tierCounts(shop, policy),
  };
}

async function figures(shop: Shop): Promise<z.infer<typeof figuresSchema>> {
  const since = dayToDate(addDays(shop.today, -30));
  const until = dayToDate(addDays(shop.today, 30));
  const [row] = await prisma.$queryRaw<{ figures: unknown }[]>`
    SELECT json_build_object(
      'customers', count(*), 'members', count(*) FILTER (WHERE rank > 0),
      'windowMinor', coalesce(sum(spend_minor), 0), 'membersMinor', coalesce(sum(spend_minor) FILTER (WHERE rank > 0), 0),
      'ending', count(*) FILTER (WHERE valid_until < ${until}::date),
      'buyers', (SELECT count(*) FROM facts WHERE shop_id = ${shop.id} AND frequency > 0),
      'repeatBuyers', (SELECT count(*) FROM facts WHERE shop_id = ${shop.id} AND frequency > 1),
      'rose', (SELECT count(*) FROM tier_move m WHERE m.shop_id = ${shop.id} AND m.day >= ${since}::date
        AND m.cause->>'kind' IN ('order', 'merge')),
      'fell', (SELECT count(*) FROM tier_move m WHERE m.shop_id = ${shop.id} AND m.day >= ${since}::date
        AND m.cause->>'kind' IN ('refund', 'cancelled', 'left_window')),
      'lastOrderAt', (SELECT max(processed_at) FROM "order" WHERE shop_id = ${shop.id}),
      'waiting', (SELECT count(*) FROM delivery WHERE shop_id = ${shop.id} AND state = 'received')
    ) AS figures FROM standing WHERE shop_id = ${shop.id}`;
  return figuresSchema.parse(row?.figures);
}

async function tierCounts(shop: Shop, policy: Policy): Promise<HomePage["tiers"]> {
  const groups = await prisma.standing.groupBy({
    by: ["tier"],
    where: { shopId: shop.id },
    _count: { _all: true },
    _sum: { spendMinor: true },
  });
  return policy.definition.tiers.map(({ key, name }) => {
    const group = groups.find((each) => each.tier === key);
    return {
      key,
      name,
      customers: group?._count._all ?? 0,
      spendMinor: Number(group?._sum.spendMinor ?? 0n),
    };
  });
}
