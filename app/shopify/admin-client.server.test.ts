import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { prisma } from "#app/db.server.ts";
import { AppError, RetryableError } from "#app/platform/errors.ts";
import { installedApp } from "../../tests/support/installed-app.ts";
import { SHOP_DOMAIN, type PracticeStore } from "../../tests/support/practice-store.ts";
import { adminClient } from "./admin-client.server.ts";
import { bulkMutationResults, startBulkMutation } from "./bulk-mutation.server.ts";
import { SHOP } from "./operations/shop.ts";
import { TAGS_ADD } from "./operations/tags-add.ts";

let store: PracticeStore;
let stop: () => Promise<void>;
const id = `offline_${SHOP_DOMAIN}`;
const client = adminClient(SHOP_DOMAIN);

beforeAll(async () => {
  ({ store, stop } = await installedApp(["--customers", "20"]));
}, 120_000);

afterAll(() => stop());

beforeEach(async () => {
  await store.control("DELETE", "/faults");
});

const session = () => prisma.session.findUniqueOrThrow({ where: { id } });

describe("the Admin API's client", () => {
  it("renews a token that is about to end, once for all who ask at the same time", async () => {
    const before = await session();
    await prisma.session.update({ where: { id }, data: { expires: new Date(Date.now() + 1000) } });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => client.run(SHOP, {})));
    expect(answers.map(({ shop }) => shop.currencyCode)).toEqual(["GBP", "GBP", "GBP", "GBP", "GBP"]);
    const after = await session();
    expect(after.accessToken).not.toBe(before.accessToken);
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(after.expires?.getTime()).toBeGreaterThan(Date.now() + 1_800_000);
  });

  it("renews a token that Shopify refuses, whatever its date says", async () => {
    await prisma.session.update({ where: { id }, data: { accessToken: "ended" } });
    const { shop } = await client.run(SHOP, {});
    expect(shop.ianaTimezone).toBe("Europe/London");
    expect((await session()).accessToken).not.toBe("ended");
  });

  it("says that somebody has to open the app where the refresh token ended, too", async () => {
    const { accessToken, refreshToken } = await session();
    await prisma.session.update({ where: { id }, data: { accessToken: "ended", refreshToken: "ended" } });
    await expect(client.run(SHOP, {})).rejects.toMatchObject({ code: "forbidden", userMessage: "reopenApp" });
    await prisma.session.update({ where: { id }, data: { accessToken, refreshToken } });
  });

  it("asks to try again where Shopify fails", async () => {
    await store.control("POST", "/faults", { api: { errorRate: 1 } });
    await expect(client.run(SHOP, {})).rejects.toBeInstanceOf(RetryableError);
  });

  it("knows no shop that has not installed the app", async () => {
    await expect(adminClient("other.myshopify.com").run(SHOP, {})).rejects.toBeInstanceOf(AppError);
  });
});

describe("a bulk mutation", () => {
  it("runs once for each object and tells of each by its number", async () => {
    const customers = await store.asOwner("{ customers(first: 3) { nodes { id } } }");
    const ids = [...JSON.stringify(customers).matchAll(/gid:\/\/shopify\/Customer\/\d+/g)].map(
      ([gid]) => gid,
    );
    const variables = [...ids, "gid://shopify/Customer/1"].map((id) => ({ id, tags: ["tier:gold"] }));
    const gid = await startBulkMutation(client, TAGS_ADD, variables);
    const payloads = new Map<number, unknown>();
    for await (const { line, payload } of bulkMutationResults(client, gid, { pollMs: 50 })) {
      payloads.set(line, payload);
    }
    expect([...payloads.keys()].sort()).toEqual([0, 1, 2, 3]);
    for (const line of [0, 1, 2]) expect(payloads.get(line)).toMatchObject({ userErrors: [] });
    expect(payloads.get(3)).toMatchObject({ userErrors: [{ field: ["id"] }] });
    const tagged = await store.asOwner(`{ customersCount(query: "tag:'tier:gold'") { count } }`);
    expect(tagged).toEqual({ customersCount: { count: 3 } });
  });
});
