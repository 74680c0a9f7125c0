// Stands between an unmodified Shopify app and the practice store:
//
//   PRACTICE_STORE_URL=http://127.0.0.1:4600 node --import ./practice-store/hook.mjs app.js
//
// Outgoing: what the app sends to https://*.myshopify.com and https://admin.shopify.com goes to the
// practice store; the header x-emulated-host names the host that was meant.
// Outgoing to the browser: the practice store's admin may frame the app, App Bridge is preloaded
// from APP_BRIDGE_URL, and redirects into Shopify's admin stay on this machine. App Bridge's address
// inside pages is the app's own affair: shopify-app-remix and its AppProvider both take it by setting.
//
// It has to load before Shopify's library, which keeps `fetch` when it is imported.
import { ServerResponse } from "node:http";

const { PRACTICE_STORE_URL, APP_BRIDGE_URL } = process.env;
if (!PRACTICE_STORE_URL)
  throw new Error("hook.mjs needs PRACTICE_STORE_URL: where the practice store listens.");
const store = new URL(PRACTICE_STORE_URL).origin;

const SHOPIFY_HOST = /(^|\.)myshopify\.com$|^admin\.shopify\.com$/;
const APP_BRIDGE_CDN = "https://cdn.shopify.com/shopifycloud/app-bridge.js";
const ADMIN_URL =
  /^https:\/\/(?:admin\.shopify\.com\/store\/[^/?#]+|[^/?#]+\.myshopify\.com\/admin)(?=[/?#]|$)/;

const realFetch = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !SHOPIFY_HOST.test(url.hostname)) return realFetch(input, init);

  const target = new URL(url.pathname + url.search, store);
  if (input instanceof Request) {
    const moved = new Request(target, new Request(input, init));
    moved.headers.set("x-emulated-host", url.hostname);
    return realFetch(moved, init?.dispatcher && { dispatcher: init.dispatcher });
  }
  const headers = new Headers(init?.headers);
  headers.set("x-emulated-host", url.hostname);
  return realFetch(target, { ...init, headers });
};

/** How each response header has to read for a browser that knows the practice store only. */
const rewrite = {
  "content-security-policy": (policy) =>
    policy.replace(/frame-ancestors (?!'none')/, `frame-ancestors ${store} `),
  link: (value) => (APP_BRIDGE_URL ? value.replace(APP_BRIDGE_CDN, APP_BRIDGE_URL) : value),
  location: (url) => url.replace(ADMIN_URL, `${store}/admin`),
};

const realWriteHead = ServerResponse.prototype.writeHead;

/** Every response passes here, also one whose head Node writes by itself. */
ServerResponse.prototype.writeHead = function writeHead(status, ...rest) {
  for (const [name, fix] of Object.entries(rewrite)) {
    const value = this.getHeader(name);
    if (value !== undefined) this.setHeader(name, fixed(value, fix));
  }
  return realWriteHead.call(
    this,
    status,
    ...rest.map((part) => (isHeaders(part) ? fixedHeaders(part) : part)),
  );
};

const isHeaders = (part) => typeof part === "object" && part !== null;

const fixed = (value, fix) =>
  Array.isArray(value) ? value.map((one) => fix(String(one))) : fix(String(value));

/** Headers as writeHead takes them: an object, or names and values in turn. */
function fixedHeaders(headers) {
  const fixOf = (name) => rewrite[String(name).toLowerCase()];
  const fixedIf = (name, value) => (fixOf(name) ? fixed(value, fixOf(name)) : value);
  if (Array.isArray(headers))
    return headers.map((value, index) => (index % 2 === 1 ? fixedIf(headers[index - 1], value) : value));
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fixedIf(name, value)]));
}
