import { z } from "zod";
import { prisma, type Db } from "#app/db.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { env } from "#app/platform/env.server.ts";
import { AppError, RetryableError } from "#app/platform/errors.ts";

/** A token that ends sooner than this is renewed before it is used. */
const MARGIN_MS = 60_000;
const REQUEST_TIMEOUT_MS = 15_000;

const grantSchema = z.object({
  access_token: z.string(),
  scope: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  refresh_token_expires_in: z.number(),
});

/**
 * The app's access token for a shop, renewed where it is about to end.
 * @throws AppError "forbidden" where the shop has not installed the app, or its refresh token ended.
 */
export async function offlineToken(shopDomain: string): Promise<string> {
  const session = await loadSession(prisma, shopDomain);
  return isFresh(session) ? session.accessToken : refreshOfflineToken(shopDomain, session.accessToken);
}

/**
 * A new access token in place of `stale`, which Shopify refuses or which is about to end. Shopify gives a new
 * refresh token with each and ends the old one, so refreshes of a shop take turns: who waited uses what the
 * one before got.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 */
export async function refreshOfflineToken(shopDomain: string, stale: string): Promise<string> {
  return prisma.$transaction(
    async (db) => {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`offline-token:${shopDomain}`}, 0))`;
      const session = await loadSession(db, shopDomain);
      if (session.accessToken !== stale && isFresh(session)) return session.accessToken;
      if (session.refreshToken === null) throw reopen(shopDomain);
      const grant = await requestGrant(shopDomain, session.refreshToken);
      await db.session.update({ where: { id: session.id }, data: sessionData(grant, now()) });
      return grant.access_token;
    },
    { timeout: 2 * REQUEST_TIMEOUT_MS, maxWait: REQUEST_TIMEOUT_MS },
  );
}

type OfflineSession = {
  id: string;
  accessToken: string;
  expires: Date | null;
  refreshToken: string | null;
};

/** Under the id that Shopify's library gives a shop's offline session. */
async function loadSession(db: Db, shopDomain: string): Promise<OfflineSession> {
  const session = await db.session.findUnique({ where: { id: `offline_${shopDomain}` } });
  if (session === null) throw new AppError("forbidden", `${shopDomain} has not installed the app`);
  return session;
}

function isFresh({ expires }: OfflineSession): boolean {
  return expires === null || expires.getTime() > now().getTime() + MARGIN_MS;
}

async function requestGrant(shopDomain: string, refreshToken: string): Promise<z.infer<typeof grantSchema>> {
  const response = await fetch(`https://${shopDomain}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      client_id: env.SHOPIFY_API_KEY,
      client_secret: env.SHOPIFY_API_SECRET,
      grant_type: "refresh_token",
      refresh_token: refreshToken,
    }),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new RetryableError(`${shopDomain} cannot be reached for a token`, { cause });
  });
  if (response.status >= 500 || response.status === 429) {
    throw new RetryableError(`${shopDomain} answers ${response.status} to a token request`);
  }
  if (!response.ok) throw reopen(shopDomain);
  return grantSchema.parse(await response.json());
}

function sessionData(grant: z.infer<typeof grantSchema>, at: Date) {
  return {
    accessToken: grant.access_token,
    scope: grant.scope,
    expires: new Date(at.getTime() + grant.expires_in * 1000),
    refreshToken: grant.refresh_token,
    refreshTokenExpires: new Date(at.getTime() + grant.refresh_token_expires_in * 1000),
  };
}

function reopen(shopDomain: string): AppError {
  return new AppError("forbidden", `The token of ${shopDomain} ended: somebody has to open the app there`, {
    userMessage: "reopenApp",
  });
}
