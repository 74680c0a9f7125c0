import { AppError } from "#app/platform/errors.ts";
import { logger } from "#app/platform/logger.server.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { THEME_FILES } from "#app/shopify/operations/theme-files.ts";

/** Is the Tier progress block on the published theme? `unknown` where Shopify does not let us look. */
export type ThemeBlock = "placed" | "missing" | "unknown";

const BLOCK = /shopify:\/\/apps\/[^/"]+\/blocks\/tier-progress\//;

export async function themeBlock(client: AdminClient): Promise<ThemeBlock> {
  try {
    const { themes } = await client.run(THEME_FILES, {});
    const files = themes?.nodes.flatMap((theme) => theme.files?.nodes ?? []) ?? [];
    const placed = files.some(({ body }) => "content" in body && BLOCK.test(body.content));
    return placed ? "placed" : "missing";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logger.warn({ shop: client.shopDomain, reason: error.message }, "the theme cannot be read");
    return "unknown";
  }
}
