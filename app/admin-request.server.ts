import { prisma } from "#app/db.server.ts";
import { ensureShop } from "#app/mirror/ensure-shop.server.ts";
import { readShop, type Shop } from "#app/mirror/read-shop.server.ts";
import { AppError, HTTP_STATUS } from "#app/platform/errors.ts";
import { logger } from "#app/platform/logger.server.ts";
import { adminClient, type AdminClient } from "#app/shopify/admin-client.server.ts";
import { authenticate } from "#app/shopify.server.ts";

/**
 * Whose page it is: every admin route starts here. Without a valid session token it throws the Response that
 * gets one. Whatever fails in `work` in a way that was foreseen becomes a Response that `PageError` can say.
 */
export async function adminRequest<Answer>(
  request: Request,
  work: (admin: { shop: Shop; client: AdminClient }) => Promise<Answer>,
): Promise<Answer> {
  const { session } = await authenticate.admin(request);
  try {
    const shopId = await ensureShop(session.shop);
    return await work({ shop: await readShop(prisma, shopId), client: adminClient(session.shop) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logger.warn({ shop: session.shop, err: error }, "a page could not be answered");
    throw Response.json({ laurel: error.userMessage ?? error.code }, { status: HTTP_STATUS[error.code] });
  }
}
