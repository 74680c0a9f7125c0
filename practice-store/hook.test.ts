import { spawnSync } from "node:child_process";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

type Seen = {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
};

const CDN = "https://cdn.shopify.com/shopifycloud/app-bridge.js";
const GRAPHQL = "https://laurel-practice.myshopify.com/admin/api/2026-10/graphql.json?a=1";
const hook = new URL("hook.mjs", import.meta.url);

const seen: Seen[] = [];
const servers: Server[] = [];
let storeUrl: string;

beforeAll(async () => {
  storeUrl = await serve((request, response) => {
    void text(request).then((body) => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      response.setHeader("x-practised", "yes").end(body);
    });
  });
  vi.stubEnv("PRACTICE_STORE_URL", storeUrl);
  vi.stubEnv("APP_BRIDGE_URL", `${storeUrl}/practice/app-bridge.js`);
  await import(hook.href);
});

afterAll(() => {
  vi.unstubAllEnvs();
  for (const server of servers) server.close();
});

function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address !== null && typeof address === "object") resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

describe("a request to Shopify goes to the practice store", () => {
  const post = { method: "POST", headers: { "X-One": "1" } };
  const streamed = { ...post, body: new Blob(["hello"]).stream(), duplex: "half" as const };

  it.each<[string, () => Promise<Response>]>([
    ["an address and init", () => fetch(GRAPHQL, { ...post, body: "hello" })],
    ["a URL object", () => fetch(new URL(GRAPHQL), { ...post, body: "hello" })],
    ["a Request", () => fetch(new Request(GRAPHQL, { ...post, body: "hello" }))],
    [
      "a Request that init overrides",
      () => fetch(new Request(GRAPHQL, { headers: { "x-one": "0" } }), { ...post, body: "hello" }),
    ],
    ["a streamed body", () => fetch(GRAPHQL, { ...streamed, body: new Blob(["hello"]).stream() })],
    ["a Request with a streamed body", () => fetch(new Request(GRAPHQL, streamed))],
  ])("as %s, with its method, headers, query and body", async (_, call) => {
    seen.length = 0;
    const answer = await call();
    expect(seen).toMatchObject([
      {
        method: "POST",
        url: "/admin/api/2026-10/graphql.json?a=1",
        body: "hello",
        headers: { "x-one": "1", "x-emulated-host": "laurel-practice.myshopify.com" },
      },
    ]);
    expect(answer.headers.get("x-practised")).toBe("yes");
    expect(await answer.text()).toBe("hello");
  });

  it("from admin.shopify.com too", async () => {
    seen.length = 0;
    await fetch("https://admin.shopify.com/store/laurel-practice/x");
    expect(seen[0]?.headers["x-emulated-host"]).toBe("admin.shopify.com");
  });

  it("keeps a form and its boundary", async () => {
    seen.length = 0;
    const form = new FormData();
    form.set("key", "value");
    await fetch(GRAPHQL, { method: "POST", body: form });
    expect(seen[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen[0]?.body).toContain('name="key"');
  });

  it.each<[string, (signal: AbortSignal) => Promise<Response>]>([
    ["init", (signal) => fetch(GRAPHQL, { signal })],
    ["a Request", (signal) => fetch(new Request(GRAPHQL, { signal }))],
  ])("can still be aborted by the signal of %s", async (_, call) => {
    await expect(call(AbortSignal.abort())).rejects.toThrow("aborted");
  });

  it.each(["https://evil-myshopify.com.localhost/", "https://myshopify.com.localhost/", "not a url"])(
    "but %j is nothing of Shopify's",
    async (address) => {
      seen.length = 0;
      await expect(fetch(address)).rejects.toThrow();
      expect(seen).toEqual([]);
    },
  );
});

describe("what the app answers to a browser", () => {
  async function headersOf(listener: RequestListener): Promise<Headers> {
    const { headers } = await fetch(await serve(listener), { redirect: "manual" });
    return headers;
  }

  const POLICY = "frame-ancestors https://x.myshopify.com https://admin.shopify.com;";
  const name = "Content-Security-Policy";

  it.each<[string, RequestListener]>([
    ["set one by one", (_, response) => response.setHeader(name, POLICY).end()],
    ["given to writeHead", (_, response) => response.writeHead(200, { [name]: POLICY }).end()],
    ["given in turn after a text", (_, response) => response.writeHead(200, "Fine", [name, POLICY]).end()],
  ])("may be framed by the practice store, its headers %s", async (_, listener) => {
    const headers = await headersOf(listener);
    expect(headers.get(name)).toBe(
      `frame-ancestors ${storeUrl} https://x.myshopify.com https://admin.shopify.com;`,
    );
  });

  it.each([
    [name, "frame-ancestors 'none';", "frame-ancestors 'none';"],
    ["Link", `<${CDN}>; rel=preload; as=script;`, "<STORE/practice/app-bridge.js>; rel=preload; as=script;"],
    ["Location", "https://admin.shopify.com/store/laurel-practice/apps/id?a=1", "STORE/admin/apps/id?a=1"],
    ["Location", "https://laurel-practice.myshopify.com/admin/oauth/install", "STORE/admin/oauth/install"],
    ["Location", "https://x.myshopify.com/products", "https://x.myshopify.com/products"],
    ["Location", "/app?shop=x", "/app?shop=x"],
  ])("%s: %s becomes %s", async (header, value, expected) => {
    const headers = await headersOf((_, response) => response.setHeader(header, value).end());
    expect(headers.get(header)).toBe(expected.replace("STORE", storeUrl));
  });
});

it("says what is missing when it does not know the practice store", () => {
  const { stderr } = spawnSync(process.execPath, ["--import", hook.href, "-e", ""], {
    env: {},
    encoding: "utf8",
  });
  expect(stderr).toContain("hook.mjs needs PRACTICE_STORE_URL");
});
