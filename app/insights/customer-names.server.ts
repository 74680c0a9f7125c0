import { AppError } from "#app/platform/errors.ts";
import { toGid, type CustomerId } from "#app/platform/ids.ts";
import { logger } from "#app/platform/logger.server.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { CUSTOMER_NAMES } from "#app/shopify/operations/customer-names.ts";

/**
 * Names of up to 250 customers, live from Shopify, by their number as text. Those that Shopify does not give
 * are missing: the page then shows the number. Names never reach our tables or logs.
 */
export async function customerNames(
  client: AdminClient,
  ids: readonly (CustomerId | bigint)[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  try {
    const { nodes } = await client.run(CUSTOMER_NAMES, { ids: ids.map((id) => toGid("Customer", id)) });
    return Object.fromEntries(
      nodes.flatMap((node) =>
        node !== null && "displayName" in node
          ? [[node.id.slice("gid://shopify/Customer/".length), node.displayName]]
          : [],
      ),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logger.warn({ shop: client.shopDomain, reason: error.message }, "customer names are not to be had");
    return {};
  }
}
