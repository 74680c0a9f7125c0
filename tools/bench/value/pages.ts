import { prisma } from "#app/db.server.ts";
import { customerPage } from "#app/insights/customer.server.ts";
import { customersPage } from "#app/insights/customers.server.ts";
import { homePage } from "#app/insights/home.server.ts";
import { membershipPage } from "#app/insights/membership.server.ts";
import { plansPage } from "#app/insights/plans.server.ts";
import { REPORTS } from "#app/insights/reports/all.server.ts";
import { readReport } from "#app/insights/reports/read-report.server.ts";
import { settingsPage } from "#app/insights/settings.server.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { toCustomerId, toShopId } from "#app/platform/ids.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { median } from "../statistics.ts";

/** Median milliseconds of each page's loader. */
export type PageFigures = Map<string, number>;

/** Shopify is out of reach: what is measured is our part of a page. */
const nobody: AdminClient = {
  shopDomain: "bench.myshopify.com",
  run: () => Promise.reject(new AppError("unavailable", "No Shopify in the bench")),
};

/** Calls every page's loader on a shop, `rounds` times after one that does not count. */
export async function measurePages(id: number, rounds: number): Promise<PageFigures> {
  const shop = await readShop(prisma, toShopId(id));
  const figures: PageFigures = new Map();
  for (const [name, load] of Object.entries(await loadersOf(shop))) {
    const times: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now();
      await load();
      if (round > 0) times.push(performance.now() - start);
    }
    figures.set(name, median(times));
  }
  return figures;
}

async function loadersOf(shop: Shop): Promise<Record<string, () => Promise<unknown>>> {
  const { customerId } = await prisma.facts.findFirstOrThrow({
    where: { shopId: shop.id, frequency: 10 },
    orderBy: { customerId: "asc" },
  });
  const reports = REPORTS.map((report): [string, () => Promise<unknown>] => [
    `report: ${report.kind}`,
    () => readReport(shop, report),
  ]);
  return {
    home: () => homePage(nobody, shop),
    customers: () => customersPage(nobody, shop, {}),
    "customers of a group": () => customersPage(nobody, shop, { group: "champions" }),
    customer: () => customerPage(nobody, shop, toCustomerId(customerId)),
    membership: () => membershipPage(shop),
    changes: () => plansPage(shop.id),
    settings: () => settingsPage(shop),
    ...Object.fromEntries(reports),
  };
}
