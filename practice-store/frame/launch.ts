import { createHmac } from "node:crypto";

/** What Shopify's admin adds to the address of an embedded app. */
export type LaunchParameters = {
  /** "laurel-practice.myshopify.com" */
  shopDomain: string;
  locale: string;
  sessionId: string;
  idToken: string;
  now: Date;
};

const ADDED = ["embedded", "hmac", "host", "id_token", "locale", "session", "shop", "timestamp"];

/**
 * The address at which the app is opened: its own path and query, and Shopify's parameters signed
 * with the app's secret (hex HMAC-SHA256 over the sorted query without `hmac`).
 * `path` starts with a slash; an empty one means the app's own address.
 */
export function launchUrl(
  appUrl: string,
  path: string,
  parameters: LaunchParameters,
  secret: string,
): string {
  // Two slashes would name another host.
  const url = new URL(path.replace(/^[/\\]+/, "/") || appUrl, appUrl);
  for (const name of ADDED) url.searchParams.delete(name);
  const { shopDomain, locale, sessionId, idToken, now } = parameters;
  const added = {
    embedded: "1",
    host: adminHost(shopDomain),
    id_token: idToken,
    locale,
    session: sessionId,
    shop: shopDomain,
    timestamp: String(Math.floor(now.getTime() / 1000)),
  };
  for (const [name, value] of Object.entries(added)) url.searchParams.set(name, value);
  url.searchParams.set("hmac", createHmac("sha256", secret).update(sortedQuery(url)).digest("hex"));
  return url.href;
}

/** The `host` parameter: base64 of the shop's place in the admin, without padding. */
function adminHost(shopDomain: string): string {
  const handle = shopDomain.replace(/\.myshopify\.com$/, "");
  return Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64").replace(/=+$/, "");
}

function sortedQuery(url: URL): string {
  return [...url.searchParams]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
}
