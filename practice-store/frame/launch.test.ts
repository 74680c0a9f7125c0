import "@shopify/shopify-api/adapters/node";
import { ApiVersion, shopifyApi } from "@shopify/shopify-api";
import { describe, expect, it } from "vitest";
import { launchUrl } from "./launch.ts";
import { sessionToken } from "./session-token.ts";

const secret = "laurel-practice-secret";
const shopDomain = "laurel-practice.myshopify.com";
const subject = { shopDomain, clientId: "laurel-practice-client", secret, userId: 7, sessionId: "s1" };
const api = shopifyApi({
  apiKey: subject.clientId,
  apiSecretKey: secret,
  apiVersion: ApiVersion.October26,
  hostName: "app.example",
  isEmbeddedApp: true,
  logger: { log: () => undefined },
});

function launch(path: string, appUrl = "https://app.example", now = new Date()): URL {
  const idToken = sessionToken(subject, now, "t1");
  return new URL(
    launchUrl(appUrl, path, { shopDomain, locale: "zh-CN", sessionId: "s1", idToken, now }, secret),
  );
}

describe("a session token", () => {
  it("is one that Shopify's library accepts, with every claim", async () => {
    const now = new Date();
    const seconds = Math.floor(now.getTime() / 1000);
    expect(await api.session.decodeSessionToken(sessionToken(subject, now, "t1"))).toEqual({
      iss: `https://${shopDomain}/admin`,
      dest: `https://${shopDomain}`,
      aud: "laurel-practice-client",
      sub: "7",
      exp: seconds + 60,
      nbf: seconds - 5,
      iat: seconds - 5,
      jti: "t1",
      sid: "s1",
    });
  });

  it.each([
    ["more than a minute old", { ...subject }, 75_000],
    ["of another secret", { ...subject, secret: "other" }, 0],
    ["for another app", { ...subject, clientId: "other" }, 0],
  ])("is refused when it is %s", async (_, other, ageMs) => {
    const token = sessionToken(other, new Date(Date.now() - ageMs), "t1");
    await expect(api.session.decodeSessionToken(token)).rejects.toThrow();
  });
});

describe("the address at which the app is opened", () => {
  it("carries what Shopify's library asks for, signed", async () => {
    const { searchParams } = launch("/app/customers?tier=gold+plus&name=Zo%C3%AB%20%26");
    const query = Object.fromEntries(searchParams);
    expect(query).toMatchObject({ embedded: "1", shop: shopDomain, locale: "zh-CN", session: "s1" });
    expect(api.utils.sanitizeHost(query.host ?? "")).toBe(query.host);
    expect(await api.utils.validateHmac(query)).toBe(true);
    expect(await api.utils.validateHmac({ ...query, tier: "silver" })).toBe(false);
  });

  it.each([
    ["", "https://app.example/", "/"],
    ["", "https://app.example/app", "/app"],
    ["/app/changes", "https://app.example/app", "/app/changes"],
  ])("path %j of an app at %s is %s", (path, appUrl, expected) => {
    expect(launch(path, appUrl).pathname).toBe(expected);
  });

  it("takes Shopify's parameters from nobody else", () => {
    const { searchParams } = launch("/app?shop=evil.myshopify.com&id_token=x&page=2");
    expect(searchParams.getAll("shop")).toEqual([shopDomain]);
    expect(searchParams.getAll("id_token")).not.toContain("x");
    expect(searchParams.get("page")).toBe("2");
  });

  it("stays with the app whatever the path says", () => {
    expect(launch("//evil.example/app").origin).toBe("https://app.example");
  });
});
