import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { readAppToml } from "./app-toml.ts";

const OWN_FILE = fileURLToPath(new URL("../../shopify.app.toml", import.meta.url));

const MINIMAL = `
client_id = "abc"
name = "Any"
handle = "any"
application_url = "https://any.example.com"
[access_scopes]
scopes = "read_orders, write_customers"
[webhooks]
api_version = "2026-10"
[[webhooks.subscriptions]]
topics = ["orders/create", "orders/updated"]
uri = "/webhooks/orders"
`;

const folders: string[] = [];

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "app-toml-"));
  folders.push(folder);
  const path = join(folder, "shopify.app.toml");
  writeFileSync(path, text);
  return path;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("readAppToml", () => {
  it("reads one subscription a topic, each with its address", () => {
    expect(readAppToml(fileWith(MINIMAL))).toMatchObject({
      clientId: "abc",
      scopes: ["read_orders", "write_customers"],
      optionalScopes: [],
      apiVersion: "2026-10",
      subscriptions: [
        { topic: "orders/create", uri: "/webhooks/orders" },
        { topic: "orders/updated", uri: "/webhooks/orders" },
      ],
      complianceTopics: [],
      metafields: [],
    });
  });

  it("gives access as the Admin API writes it, null where the file leaves it out", () => {
    const file = `${MINIMAL}
[product.metafields.app.care]
type = "single_line_text_field"
access.admin = "merchant_read_write"
`;
    expect(readAppToml(fileWith(file)).metafields).toEqual([
      {
        ownerType: "PRODUCT",
        namespace: "$app",
        key: "care",
        name: "care",
        description: null,
        type: "single_line_text_field",
        access: { admin: "MERCHANT_READ_WRITE", storefront: null, customerAccount: null },
      },
    ]);
  });

  it.each([
    ["a missing name", MINIMAL.replace('name = "Any"', "")],
    [
      "an access that Shopify does not know",
      `${MINIMAL}\n[customer.metafields.app.x]\ntype = "json"\naccess.admin = "public"`,
    ],
    ["a namespace that is not the app's own", `${MINIMAL}\n[customer.metafields.custom.x]\ntype = "json"`],
  ])("refuses %s", (_what, text) => {
    expect(() => readAppToml(fileWith(text))).toThrow();
  });

  it("finds all three compliance topics and the storefront's metafield in the app's own file", () => {
    const app = readAppToml(OWN_FILE);
    expect(app.complianceTopics.map(({ topic }) => topic)).toEqual([
      "customers/data_request",
      "customers/redact",
      "shop/redact",
    ]);
    expect(app.metafields).toMatchObject([
      { ownerType: "CUSTOMER", key: "standing", type: "json", access: { storefront: "PUBLIC_READ" } },
    ]);
  });

  it("asks in the app's own file for topics, access and a version that Shopify has", () => {
    const app = readAppToml(OWN_FILE);
    const schema = readFileSync(
      new URL(`../../schema/admin-${app.apiVersion}.graphql`, import.meta.url),
      "utf8",
    );
    const [, values = ""] = /enum WebhookSubscriptionTopic \{([^}]*)\}/.exec(schema) ?? [];
    const known = new Set(values.split(/\s+/));
    const asked = app.subscriptions.map(({ topic }) => topic.replaceAll(/[./]/g, "_").toUpperCase());
    expect(asked.filter((topic) => !known.has(topic))).toEqual([]);
    const access = readFileSync(
      new URL(`../../schema/admin-${app.apiVersion}.scopes.json`, import.meta.url),
      "utf8",
    );
    // Orders older than 60 days are behind a scope that no field of the schema names.
    const scopes = new Set([...app.scopes, ...app.optionalScopes]);
    scopes.delete("read_all_orders");
    expect([...scopes].filter((scope) => !access.includes(`\`${scope}\``))).toEqual([]);
  });
});
