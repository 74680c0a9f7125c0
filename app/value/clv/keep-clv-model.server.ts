import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { logger } from "#app/platform/logger.server.ts";
import type { Day } from "#app/platform/time.ts";
import { currentClvModel } from "./current-clv-model.server.ts";
import { fitClvModel } from "./fit-clv-model.server.ts";
import { refitDue } from "./refit-due.ts";

/** Fits the shop's lifetime-value model anew, where it is due. */
export async function keepClvModel(shop: Shop): Promise<void> {
  const model = await currentClvModel(prisma, shop.id);
  const dated =
    model === null ? null : { ...model, ahead: model.report.kind === "fitted" ? model.report.ahead : null };
  const made = model === null ? 0 : await madeSince(shop, model.day);
  const reason = refitDue(dated, shop.settings, shop.today, made);
  if (reason === null) return;
  await fitClvModel(shop);
  logger.info({ shopId: shop.id, reason }, "the lifetime-value model was fitted");
}

async function madeSince(shop: Shop, day: Day): Promise<number> {
  const [row] = await prisma.$queryRaw<{ made: number }[]>`
    SELECT count(DISTINCT (purchase.customer_id, purchase.day))::int AS made
    FROM purchase JOIN facts USING (shop_id, customer_id)
    WHERE shop_id = ${shop.id} AND purchase.day > ${day}::date AND purchase.day < ${shop.today}::date
      AND facts.first_day <= ${day}::date`;
  return row?.made ?? 0;
}
