import { prisma } from "#app/db.server.ts";
import { redirectShopify, SHOP_DOMAIN, startPracticeStore, type PracticeStore } from "./practice-store.ts";

/** A practice store on which the app is installed: its token is in the database, its requests go there. */
export async function installedApp(
  flags: readonly string[],
): Promise<{ store: PracticeStore; stop: () => Promise<void> }> {
  const store = await startPracticeStore(flags);
  const undo = redirectShopify(store);
  const grant = await store.install();
  await prisma.session.create({
    data: {
      id: `offline_${SHOP_DOMAIN}`,
      shop: SHOP_DOMAIN,
      state: "",
      scope: grant.scope,
      accessToken: grant.access_token,
      expires: new Date(Date.now() + grant.expires_in * 1000),
      refreshToken: grant.refresh_token,
    },
  });
  const stop = async (): Promise<void> => {
    undo();
    await store.stop();
  };
  return { store, stop };
}
