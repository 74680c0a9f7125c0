import { prisma } from "#app/db.server.ts";
import { isLive } from "#app/changes/is-live.server.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import type { Policy } from "#app/membership/current-policy.server.ts";
import { importProgress, type ImportProgress } from "#app/mirror/import-progress.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import type { HomeFigures } from "./reports/home-report.server.ts";
import { homeFigures } from "./home-figures.server.ts";
import { themeBlock, type ThemeBlock } from "./theme-block.server.ts";

/** Sums over all customers, and what is asked for at each look. */
type Figures = Omit<Awaited<ReturnType<typeof homeFigures>>, "tiers" | "kept"> & {
  lastOrderAt: string | null;
  waiting: number;
};

export type HomePage = {
  import: Omit<ImportProgress, "finishedAt" | "ordersSince"> & { ordersSince: string | null };
  policyInForce: boolean;
  live: boolean;
  openPlan: { id: number; state: string } | null;
  block: ThemeBlock;
  /** Null until there is a policy in force and the history is read. */
  figures: Figures | null;
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
  const { tiers, kept: _, ...sums } = await homeFigures(shop);
  return {
    import: { ...rest, ordersSince: ordersSince?.toISOString() ?? null },
    policyInForce: policy !== null,
    live,
    openPlan,
    block,
    figures: policy === null || finishedAt === null ? null : { ...sums, ...(await news(shop)) },
    tiers: policy === null ? [] : tierCounts(policy, tiers),
  };
}

/** When the last order that counts came, and how many messages wait. */
async function news(shop: Shop): Promise<Pick<Figures, "lastOrderAt" | "waiting">> {
  const [last, waiting] = await Promise.all([
    prisma.purchase.findFirst({
      where: { shopId: shop.id },
      orderBy: { day: "desc" },
      select: { day: true },
    }),
    prisma.delivery.count({ where: { shopId: shop.id, state: "received" } }),
  ]);
  if (last === null) return { lastOrderAt: null, waiting };
  const { _max } = await prisma.purchase.aggregate({
    where: { shopId: shop.id, day: last.day },
    _max: { processedAt: true },
  });
  return { lastOrderAt: _max.processedAt?.toISOString() ?? null, waiting };
}

function tierCounts({ definition }: Policy, counted: HomeFigures["tiers"]): HomePage["tiers"] {
  return definition.tiers.map(({ key, name }) => {
    const { customers = 0, spendMinor = 0 } = counted.find(({ tier }) => tier === key) ?? {};
    return { key, name, customers, spendMinor };
  });
}
