import type { Db } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { toCustomerId } from "#app/platform/ids.ts";
import type { ScoredMetric } from "#app/platform/score-scheme.ts";
import { addDays } from "#app/platform/time.ts";
import { inScope, type Scope } from "./scope.server.ts";

/**
 * Sums up what customers bought within the windows of the shop's own scheme. "due" are those of whom a purchase
 * left a window since: they are found by index, the others are not looked at.
 */
export async function refreshOwnFigures(db: Db, shop: Shop, whom: Scope | "due"): Promise<void> {
  const scope = whom === "due" ? await due(db, shop) : whom;
  if (scope !== "all" && scope.length === 0) return;
  await db.$executeRaw`
    DELETE FROM own_figure WHERE shop_id = ${shop.id} ${inScope(Prisma.sql`customer_id`, scope)}`;
  const [frequency, monetary] = [windowOf(shop, "frequency"), windowOf(shop, "monetary")];
  const widest = Math.max(frequency ?? 0, monetary ?? 0);
  if (widest === 0) return;
  await db.$executeRaw`
    INSERT INTO own_figure (shop_id, customer_id, frequency, monetary, next_day)
    SELECT shop_id, customer_id,
      nullif(count(*) FILTER (WHERE ${inside(shop, frequency)}), 0),
      sum(gross_minor - refunded_minor) FILTER (WHERE ${inside(shop, monetary)}),
      least(${firstLeaves(shop, frequency)}, ${firstLeaves(shop, monetary)})
    FROM purchase
    WHERE shop_id = ${shop.id} AND ${inside(shop, widest)} ${inScope(Prisma.sql`customer_id`, scope)}
    GROUP BY shop_id, customer_id`;
}

async function due(db: Db, shop: Shop): Promise<Scope> {
  const rows = await db.$queryRaw<{ customer_id: bigint }[]>`
    SELECT customer_id FROM own_figure WHERE shop_id = ${shop.id} AND next_day <= ${shop.today}::date`;
  return rows.map((row) => toCustomerId(row.customer_id));
}

/** Null: the lifetime, or not scored. */
function windowOf({ settings }: Shop, metric: ScoredMetric): number | null {
  return settings.rfm[metric]?.windowDays ?? null;
}

function inside({ today }: Shop, windowDays: number | null): Prisma.Sql {
  return windowDays === null ? Prisma.sql`false` : Prisma.sql`day > ${addDays(today, -windowDays)}::date`;
}

function firstLeaves(shop: Shop, windowDays: number | null): Prisma.Sql {
  return Prisma.sql`min(day) FILTER (WHERE ${inside(shop, windowDays)}) + ${windowDays ?? 0}::int`;
}
