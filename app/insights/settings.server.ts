import type { Shop } from "#app/mirror/read-shop.server.ts";
import type { Settings } from "#app/platform/settings.ts";
import { homeFigures } from "./home-figures.server.ts";

export type SettingsPage = {
  settings: Settings;
  /** As Shopify has them: they cannot be chosen here. */
  shop: { domain: string; currency: string; timeZone: string };
  /** How many rows of each Laurel keeps of the shop. */
  kept: { customers: number; orders: number; products: number };
  /** The instant those were counted, where they are not counted at each look. */
  keptAsOf: string | null;
};

/** What the merchant chose, and what Laurel keeps. */
export async function settingsPage(shop: Shop): Promise<SettingsPage> {
  const { domain, currency, timeZone, settings } = shop;
  const { kept, asOf } = await homeFigures(shop);
  return { settings, shop: { domain, currency, timeZone }, kept, keptAsOf: asOf };
}
