import { z } from "zod";
import type { ShopInfo } from "../../shop/model.ts";
import type { Clock } from "../context.ts";
import { ACCESS_SECONDS, type AppAccess, type Grant, ONLINE_SECONDS, REFRESH_SECONDS } from "./app-access.ts";
import { verifySessionToken } from "./session-token.ts";

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

const tokenRequest = z.discriminatedUnion("grant_type", [
  z.object({
    grant_type: z.literal(TOKEN_EXCHANGE),
    client_id: z.string(),
    client_secret: z.string(),
    subject_token: z.string(),
    subject_token_type: z.literal(ID_TOKEN),
    requested_token_type: z.enum([OFFLINE, ONLINE]),
    expiring: z.union([z.string(), z.number()]).optional(),
  }),
  z.object({
    grant_type: z.literal("refresh_token"),
    client_id: z.string(),
    client_secret: z.string(),
    refresh_token: z.string(),
  }),
]);

type TokenEndpoint = {
  access: AppAccess;
  clientId: string;
  secret: string;
  shop: ShopInfo;
  clock: Clock;
  /** Installs the app, or renews what it declares: managed installation. */
  install: () => void;
};

type TokenAnswer = { status: number; body: Record<string, unknown> };

function refusal(error: string, description: string, status = 400): TokenAnswer {
  return { status, body: { error, error_description: description } };
}

function offlineBody(granted: Grant, scope: string): Record<string, unknown> {
  const { accessToken, refreshToken } = granted;
  if (refreshToken === null) return { access_token: accessToken, scope };
  return {
    access_token: accessToken,
    scope,
    expires_in: ACCESS_SECONDS,
    refresh_token: refreshToken,
    refresh_token_expires_in: REFRESH_SECONDS,
  };
}

/** The user in an online token's answer: the shop's owner is the only one who works in this admin. */
function onlineBody(granted: Grant, scope: string, { email, name, primaryLocale }: ShopInfo, userId: string) {
  return {
    access_token: granted.accessToken,
    scope,
    expires_in: ONLINE_SECONDS,
    associated_user_scope: scope,
    associated_user: {
      id: Number(userId),
      first_name: "Owner",
      last_name: name,
      email,
      account_owner: true,
      locale: primaryLocale,
      collaborator: false,
      email_verified: true,
    },
  };
}

/** Answers `POST /admin/oauth/access_token`: token exchange and refresh of expiring offline tokens. */
export function answerTokenRequest(input: unknown, endpoint: TokenEndpoint): TokenAnswer {
  const parsed = tokenRequest.safeParse(input);
  if (!parsed.success) return refusal("invalid_request", "Missing or invalid parameter.");
  const request = parsed.data;
  const { access, clientId, secret, shop } = endpoint;
  if (request.client_id !== clientId || request.client_secret !== secret)
    return refusal("invalid_client", "Client authentication failed.", 401);
  if (request.grant_type === "refresh_token") {
    const { installation } = access;
    const renewed = installation === null ? undefined : access.refresh(request.refresh_token);
    if (renewed === undefined || installation === null)
      return refusal("invalid_grant", "This request requires an active refresh_token");
    return { status: 200, body: offlineBody(renewed, installation.scopes.join(",")) };
  }
  const claims = verifySessionToken(request.subject_token, {
    clientId,
    secret,
    shopDomain: shop.myshopifyDomain,
    now: endpoint.clock(),
  });
  if (claims === undefined) return refusal("invalid_subject_token", "The subject token is invalid.");
  endpoint.install();
  const scope = (access.installation?.scopes ?? []).join(",");
  if (request.requested_token_type === ONLINE)
    return { status: 200, body: onlineBody(access.issue("online", true), scope, shop, claims.sub) };
  return { status: 200, body: offlineBody(access.issue("offline", Number(request.expiring) === 1), scope) };
}
