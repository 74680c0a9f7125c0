import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sessionToken, startAdmin, type TestServer } from "../testing/admin-server.ts";
import { smallShop } from "../testing/small-shop.ts";

let server: TestServer;

beforeEach(async () => {
  server = await startAdmin(smallShop());
});

afterEach(() => server.stop());

const later = (ms: number) => {
  server.time.now = new Date(server.time.now.getTime() + ms);
};

const HOUR = 3_600_000;

const statusOf = async (token: unknown) => (await server.post("{ shop { name } }", {}, String(token))).status;

describe("tokens", () => {
  it("gives an expiring offline token with a refresh token and installs the app", async () => {
    const { status, body } = await server.exchange();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      scope: "read_customers,write_customers,read_orders,read_products",
      expires_in: 3600,
      refresh_token_expires_in: 7_776_000,
    });
    const { data } = await server.graphql(
      "{ currentAppInstallation { app { title } accessScopes { handle } activeSubscriptions { id } } }",
      {},
      String(body.access_token),
    );
    expect(data).toEqual({
      currentAppInstallation: {
        app: { title: "Laurel" },
        accessScopes: ["read_customers", "write_customers", "read_orders", "read_products"].map((handle) => ({
          handle,
        })),
        activeSubscriptions: [],
      },
    });
  });

  it("answers 401 to a missing, a made-up and an expired token", async () => {
    const { body } = await server.exchange();
    expect(await statusOf("")).toBe(401);
    expect(await statusOf("shpat_made_up")).toBe(401);
    expect(await statusOf(body.access_token)).toBe(200);
    later(HOUR);
    expect(await statusOf(body.access_token)).toBe(401);
  });

  it("rotates refresh tokens: the used one dies once its replacement is used", async () => {
    const refresh = (token: unknown) => server.token({ grant_type: "refresh_token", refresh_token: token });
    const first = (await server.exchange()).body.refresh_token;
    const second = await refresh(first);
    expect(second.status).toBe(200);
    expect(await statusOf(second.body.access_token)).toBe(200);
    expect((await refresh(first)).status).toBe(200);
    expect((await refresh(second.body.refresh_token)).status).toBe(200);
    expect(await refresh(first)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  it("gives a token without end where none was asked to expire, and an online one with its user", async () => {
    const plain = await server.exchange({ expiring: "0" });
    expect(plain.body).not.toHaveProperty("expires_in");
    const online = await server.exchange({
      requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
    });
    expect(online.body).toMatchObject({
      expires_in: 86_400,
      associated_user: { id: 1, account_owner: true },
    });
  });

  it.each([
    ["another secret", {}, "other-secret"],
    ["another audience", { aud: "other-client" }, undefined],
    ["another shop", { dest: "https://other.myshopify.com" }, undefined],
    ["a minute that is over", { exp: 1_700_000_000 }, undefined],
  ])("refuses a session token of %s", async (_what, claims, secret) => {
    const answer = await server.exchange({ subject_token: sessionToken(server.time.now, claims, secret) });
    expect(answer).toMatchObject({ status: 400, body: { error: "invalid_subject_token" } });
  });

  it("refuses a client with the wrong secret", async () => {
    expect((await server.exchange({ client_secret: "no" })).status).toBe(401);
  });

  it("knows its tokens again after a restart", async () => {
    const { body } = await server.exchange();
    const again = await startAdmin(smallShop(), { dir: server.dir });
    expect((await again.post("{ shop { name } }", {}, String(body.access_token))).status).toBe(200);
    await again.stop();
  });

  it("kills every token when the app is uninstalled and says so by webhook", async () => {
    const topics: string[] = [];
    server.store.changes.on("event", ({ topic }) => topics.push(topic));
    const { body } = await server.exchange();
    server.admin.uninstall();
    expect(await statusOf(body.access_token)).toBe(401);
    expect(topics).toEqual(["app/uninstalled"]);
  });
});
