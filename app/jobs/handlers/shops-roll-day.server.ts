import { followNewScores } from "#app/changes/follow-groups.server.ts";
import { prisma } from "#app/db.server.ts";
import { rollDay } from "#app/membership/roll-day.server.ts";
import { readShop } from "#app/mirror/read-shop.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { toShopId } from "#app/platform/ids.ts";
import { dateToDay, dayOf } from "#app/platform/time.ts";

/** Rolls every shop whose day has begun since it was last rolled; a shop that was never refreshed has nothing to roll. */
export async function shopsRollDay(): Promise<void> {
  const shops = await prisma.shop.findMany({
    where: { uninstalledAt: null, rolledTo: { not: null } },
    select: { id: true, timeZone: true, rolledTo: true },
  });
  const at = now();
  for (const { id, timeZone, rolledTo } of shops) {
    if (rolledTo !== null && dateToDay(rolledTo) >= dayOf(at, timeZone)) continue;
    await prisma.$transaction(
      async (db) => {
        const shop = await readShop(db, toShopId(id), at);
        await rollDay(db, shop);
        await followNewScores(db, shop);
      },
      { maxWait: 10_000, timeout: 600_000 },
    );
  }
}
