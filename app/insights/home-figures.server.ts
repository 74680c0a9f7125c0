import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { LARGE_SHOP } from "./large-shop.ts";
import { readReport } from "./reports/read-report.server.ts";
import { homeReport, type HomeFigures } from "./reports/home-report.server.ts";

/** Sums over all customers: of a large shop as they were last worked out, `asOf` an instant, else as they are now. */
export async function homeFigures(
  shop: Shop,
  large: number = LARGE_SHOP,
): Promise<HomeFigures & { asOf: string | null }> {
  const kept = await readReport(shop, homeReport);
  return kept !== null && kept.data.kept.customers >= large
    ? { ...kept.data, asOf: kept.madeAt }
    : { ...(await homeReport.make(prisma, shop)), asOf: null };
}
