import { prisma } from "#app/db.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { toShopId, type ShopId } from "#app/platform/ids.ts";
import { adminClient } from "#app/shopify/admin-client.server.ts";
import { SHOP } from "#app/shopify/operations/shop.ts";
import { SHOP_LOCALES } from "#app/shopify/operations/shop-locales.ts";
import { startImport } from "./start-import.server.ts";

/**
 * The shop that opened the app. At the first time, or the first since it was uninstalled, asks Shopify who it
 * is and starts the import of its history.
 */
export async function ensureShop(domain: string): Promise<ShopId> {
  const known = await prisma.shop.findUnique({ where: { domain } });
  if (known !== null && known.uninstalledAt === null) return toShopId(known.id);
  const told = await askShop(domain);
  return prisma.$transaction(async (db) => {
    // The first page makes several requests at once: one of them installs, the others find it done.
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`install:${domain}`}, 0))`;
    const found = await db.shop.findUnique({ where: { domain } });
    if (found !== null && found.uninstalledAt === null) return toShopId(found.id);
    const shop = await db.shop.upsert({
      where: { domain },
      create: { domain, ...told },
      update: { ...told, installedAt: now(), uninstalledAt: null },
    });
    const shopId = toShopId(shop.id);
    await startImport(db, shopId);
    return shopId;
  });
}

async function askShop(domain: string) {
  const client = adminClient(domain);
  const { shop, currentAppInstallation } = await client.run(SHOP, {});
  const scopes = currentAppInstallation.accessScopes.map(({ handle }) => handle);
  const { shopLocales } = scopes.includes("read_locales")
    ? await client.run(SHOP_LOCALES, {})
    : { shopLocales: [] };
  const primary = shopLocales.find((each) => each.primary);
  return {
    name: shop.name,
    currency: shop.currencyCode,
    timeZone: shop.ianaTimezone,
    taxesIncluded: shop.taxesIncluded,
    scopes,
    ...(primary === undefined ? {} : { locale: primary.locale }),
  };
}
