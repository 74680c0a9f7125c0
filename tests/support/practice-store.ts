import { spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const ready = z.object({ adminApi: z.url(), storefront: z.url() });
const grant = z.object({
  access_token: z.string(),
  scope: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  refresh_token_expires_in: z.number(),
});

export const SHOP_DOMAIN = "laurel-practice.myshopify.com";

export type PracticeStore = {
  url: string;
  /** Calls one of its controls (`/practice/*`) with a body; the answer's JSON. */
  control: (method: string, address: string, body?: unknown) => Promise<unknown>;
  /** Runs an operation as the shop's owner; the answer's `data`. */
  asOwner: (query: string, variables?: Record<string, unknown>) => Promise<unknown>;
  /** Installs the app as opening it in the admin does: what the token endpoint gives. */
  install: () => Promise<z.infer<typeof grant>>;
  stop: () => Promise<void>;
};

/**
 * Starts a small practice store of its own on a free port, with the app's credentials of the environment.
 * `flags` as its command line takes them.
 */
export async function startPracticeStore(flags: readonly string[] = []): Promise<PracticeStore> {
  const dir = await mkdtemp(path.join(tmpdir(), "practice-store-"));
  const args = ["practice-store/main.ts", "--port", "0", "--dir", dir, ...flags];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let complaints = "";
  child.stderr.on("data", (text: Buffer) => (complaints += text.toString()));
  const line = await Promise.race([
    createInterface({ input: child.stdout })[Symbol.asyncIterator]().next(),
    new Promise<never>((_resolve, reject) => {
      child.once("exit", () => reject(new Error(`The practice store did not start: ${complaints}`)));
    }),
  ]);
  const { adminApi, storefront: url } = ready.parse(JSON.parse(String(line.value)));
  return {
    url,
    control: async (method, address, body) => post(`${url}/practice${address}`, method, {}, body),
    asOwner: async (query, variables = {}) => {
      const headers = { "x-shopify-access-token": "practice-owner" };
      const answer = await post(adminApi, "POST", headers, { query, variables });
      return z.object({ data: z.unknown() }).parse(answer).data;
    },
    install: async () => {
      const asked = { expiring: "1", ...tokenRequest() };
      return grant.parse(await post(`${url}/admin/oauth/access_token`, "POST", {}, asked));
    },
    stop: async () => {
      child.kill("SIGTERM");
      await Promise.race([new Promise((resolve) => child.once("exit", resolve)), sleep(5000)]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function post(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json", "x-emulated-host": SHOP_DOMAIN, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answers ${response.status}: ${text}`);
  return text === "" ? null : JSON.parse(text);
}

function tokenRequest() {
  const { SHOPIFY_API_KEY: id = "", SHOPIFY_API_SECRET: secret = "" } = process.env;
  return {
    client_id: id,
    client_secret: secret,
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: sessionToken(id, secret),
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  };
}

/** As App Bridge makes it. Source: https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens */
function sessionToken(clientId: string, secret: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    iss: `https://${SHOP_DOMAIN}/admin`,
    dest: `https://${SHOP_DOMAIN}`,
    aud: clientId,
    sub: "1",
    exp: seconds + 60,
    nbf: seconds - 5,
    iat: seconds - 5,
    jti: randomUUID(),
    sid: "test",
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** Sends what goes to *.myshopify.com to the practice store, as its hook does for whole programs. */
export function redirectShopify(store: PracticeStore): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!url.hostname.endsWith(".myshopify.com")) return real(input, init);
    const headers = new Headers(init?.headers);
    headers.set("x-emulated-host", url.hostname);
    return real(new URL(url.pathname + url.search, store.url), { ...init, headers });
  };
  return () => {
    globalThis.fetch = real;
  };
}
