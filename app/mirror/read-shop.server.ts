import type { Db } from "#app/db.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import { settingsSchema, type Settings } from "#app/platform/settings.ts";
import { dayOf, type Day } from "#app/platform/time.ts";

/** A shop as every station to the right needs it, at one moment: its rules and its calendar day. */
export type Shop = {
  id: ShopId;
  domain: string;
  /** ISO 4217. */
  currency: string;
  /** IANA name. */
  timeZone: string;
  /** The shop's primary language, as Shopify writes it: "en", "zh-CN". */
  locale: string;
  settings: Settings;
  /** The shop's day at the moment of reading. */
  today: Day;
};

/** @throws AppError not_found where no such shop installed the app. */
export async function readShop(db: Db, shopId: ShopId, at: Date = now()): Promise<Shop> {
  const row = await db.shop.findUnique({ where: { id: shopId } });
  if (row === null) throw new AppError("not_found", `No shop ${shopId}`);
  return {
    id: shopId,
    domain: row.domain,
    currency: row.currency,
    timeZone: row.timeZone,
    locale: row.locale,
    settings: settingsSchema.parse(row.settings),
    today: dayOf(at, row.timeZone),
  };
}
