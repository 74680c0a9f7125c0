import { prisma } from "#app/db.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Settings } from "#app/platform/settings.ts";

export type SettingsPage = {
  settings: Settings;
  /** As Shopify has them: they cannot be chosen here. */
  shop: { domain: string; currency: string; timeZone: string };
  /** How many rows of each Laurel keeps of the shop. */
  kept: { customers: number; orders: number; products: number };
};

/** What the merchant chose, and what Laurel keeps. */
export async function settingsPage({
  id,
  domain,
  currency,
  timeZone,
  settings,
}: Shop): Promise<SettingsPage> {
  const [customers, orders, products] = await Promise.all([
    prisma.customer.count({ where: { shopId: id, deletedAt: null } }),
    prisma.order.count({ where: { shopId: id, deletedAt: null } }),
    prisma.product.count({ where: { shopId: id, deletedAt: null } }),
  ]);
  return { settings, shop: { domain, currency, timeZone }, kept: { customers, orders, products } };
}
