import type { Db } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { analyzeChanged } from "./analyze-changed.server.ts";
import { lockShop } from "./lock-shop.server.ts";
import { rebuildCuts } from "./rebuild-cuts.server.ts";
import { refreshOwnFigures } from "./refresh-own-figures.server.ts";
import { refreshScores } from "./refresh-scores.server.ts";

/**
 * Cuts the shop's customers anew and scores everyone by it. Returns those who were in another group before. At
 * the start of a day (`due`) the windows of the shop's own scheme are looked at only where a purchase left one.
 * To be called in a transaction.
 */
export async function rebuildScores(
  db: Db,
  shop: Shop,
  windows: "all" | "due" = "all",
): Promise<CustomerId[]> {
  await lockShop(db, shop.id);
  await refreshOwnFigures(db, shop, windows);
  await rebuildCuts(db, shop);
  const moved = await refreshScores(db, shop, "all");
  // Else a few customers' scores are looked for among all of them until the planner is told by itself.
  await analyzeChanged(db, ["score", "group_move"]);
  return moved;
}
