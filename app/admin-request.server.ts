import { prisma } from "#app/db.server.ts";
import { ensureShop } from "#app/mirror/ensure-shop.server.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { adminClient, type AdminClient } from "#app/shopify/admin-client.server.ts";
import { authenticate } from "#app/shopify.server.ts";

/**
 * Whose page it is: every admin route starts here. Without a valid session token it throws the Response that
 * gets one.
 */
export async function adminRequest(request: Request): Promise<{ shop: Shop; client: AdminClient }> {
  const { session } = await authenticate.admin(request);
  const shopId = await ensureShop(session.shop);
  return { shop: await readShop(prisma, shopId), client: adminClient(session.shop) };
}
