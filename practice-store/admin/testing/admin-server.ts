import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { createPracticeServer, listen } from "../../server.ts";
import { SegmentMembership } from "../../segments/membership.ts";
import type { ShopStore } from "../../shop/store.ts";
import { Admin } from "../admin.ts";
import { OWNER_TOKEN } from "../auth/app-access.ts";
import type { RootPart } from "../root.ts";
import { adminRoutes } from "../routes.ts";
import { defaultSettings } from "../settings.ts";
import { NOW, SHOP_DOMAIN } from "./small-shop.ts";

export const CREDENTIALS = { clientId: "test-client", secret: "test-secret" };

export const SCOPES = ["read_customers", "write_customers", "read_orders", "read_products"];

const answerShape = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

export type TestServer = Awaited<ReturnType<typeof startAdmin>>;

/** A session token as the admin frame makes them. */
export function sessionToken(
  now: Date,
  overrides: Record<string, unknown> = {},
  secret = CREDENTIALS.secret,
) {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: `https://${SHOP_DOMAIN}/admin`,
    dest: `https://${SHOP_DOMAIN}`,
    aud: CREDENTIALS.clientId,
    sub: "1",
    exp: seconds + 60,
    nbf: seconds - 5,
    iat: seconds - 5,
    ...overrides,
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** An Admin API on a free port over a shop, at a standing clock that tests may move. */
export async function startAdmin(
  store: ShopStore,
  options: { scopes?: string[]; dir?: string; parts?: RootPart[] } = {},
) {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), "practice-admin-"));
  const time = { now: NOW };
  const clock = () => time.now;
  const settings = defaultSettings();
  const place = { baseUrl: "" };
  const declared = { name: "Laurel", handle: "laurel", scopes: options.scopes ?? SCOPES, metafields: [] };
  const admin = new Admin({
    dir,
    store,
    clock,
    segments: new SegmentMembership(store, { delayMs: 0, clock }),
    settings,
    app: () => ({ ...declared, ...CREDENTIALS }),
    baseUrl: () => place.baseUrl,
    parts: options.parts ?? [],
  });
  const routes = adminRoutes({ admin, credentials: CREDENTIALS, random: () => 0.5 });
  const server = createPracticeServer([routes]);
  const baseUrl = `http://127.0.0.1:${await listen(server, 0)}`;
  place.baseUrl = baseUrl;

  const token = async (body: Record<string, unknown>) => {
    const response = await fetch(`${baseUrl}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client_id: CREDENTIALS.clientId, client_secret: CREDENTIALS.secret, ...body }),
    });
    return { status: response.status, body: z.record(z.string(), z.unknown()).parse(await response.json()) };
  };
  const exchange = (overrides: Record<string, unknown> = {}) =>
    token({
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: sessionToken(time.now),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
      ...overrides,
    });
  const post = (query: string, variables: unknown, accessToken: string) =>
    fetch(`${baseUrl}/admin/api/2026-10/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": accessToken },
      body: JSON.stringify({ query, variables }),
    });
  const graphql = async (query: string, variables: unknown = {}, accessToken = OWNER_TOKEN) =>
    answerShape.parse(await (await post(query, variables, accessToken)).json());
  const appToken = async () => z.string().parse((await exchange()).body.access_token);
  const stop = async () => {
    await new Promise((resolve) => server.close(resolve));
    if (options.dir === undefined) rmSync(dir, { recursive: true });
  };
  return { admin, store, settings, time, dir, baseUrl, token, exchange, post, graphql, appToken, stop };
}
