import { prisma } from "#app/db.server.ts";
import { SHOP_DOMAIN, type PracticeStore } from "./practice-store.ts";

/** Installs the app on the practice store, and keeps its token as opening the app does. */
export async function keepGrant(store: PracticeStore): Promise<void> {
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
}
