import type { Db } from "#app/db.server.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { dateToDay, type Day } from "#app/platform/time.ts";
import { rhythmSchema, type Rhythm } from "./rhythm.ts";

/** The shop's rhythm as last taken, and on which day; null where it never was, or in another form. */
export async function readRhythm(db: Db, shopId: ShopId): Promise<{ day: Day; rhythm: Rhythm } | null> {
  const row = await db.rhythm.findUnique({ where: { shopId } });
  const parsed = rhythmSchema.safeParse(row?.limits);
  return row === null || !parsed.success ? null : { day: dateToDay(row.day), rhythm: parsed.data };
}
