import type { Db } from "#app/db.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { ok, type Result } from "#app/platform/errors.ts";
import type { ShopId } from "#app/platform/ids.ts";
import {
  checkSettings,
  rulesDiffer,
  scoringDiffers,
  worthDiffers,
  type SettingsProblem,
} from "#app/platform/settings.ts";
import { readShop } from "./read-shop.server.ts";

/**
 * Keeps what the merchant chose, or says what is wrong with it. Where standings or tags depend on what
 * changed, the whole shop is computed anew (`refreshing`); where only the shop's own scores or predictions do,
 * these are. To be called in a transaction.
 * @throws AppError not_found where no such shop installed the app.
 */
export async function saveSettings(
  db: Db,
  shopId: ShopId,
  input: unknown,
): Promise<Result<{ refreshing: boolean }, SettingsProblem[]>> {
  const checked = checkSettings(input);
  if (!checked.ok) return checked;
  const { settings: before } = await readShop(db, shopId);
  await db.shop.update({ where: { id: shopId }, data: { settings: checked.value } });
  const rules = rulesDiffer(before, checked.value);
  const scoring = scoringDiffers(before, checked.value);
  const worth = worthDiffers(before, checked.value);
  if (rules) await enqueue(db, "shop.refresh", { shopId, cause: "settings" });
  if (scoring && !rules) await enqueue(db, "scores.refresh", { shopId });
  if (worth && !rules) await enqueue(db, "value.refresh", { shopId });
  return ok({ refreshing: rules || scoring || worth });
}
