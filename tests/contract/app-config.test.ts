import { readFileSync } from "node:fs";
import { ApiVersion } from "@shopify/shopify-api";
import { describe, expect, it } from "vitest";
import codegen from "../../codegen.ts";
import { STANDING } from "../../app/changes/standing-metafield.ts";
import { API_VERSION } from "../../app/shopify/api-version.ts";
import { TOPICS } from "../../app/mirror/payload/read-payload.ts";
import { readAppToml } from "../../practice-store/webhooks/app-toml.ts";

const toml = readAppToml("shopify.app.toml");

describe("the app's configuration", () => {
  it("names one API version in the TOML, the code and the schema", () => {
    expect(toml.apiVersion).toBe(API_VERSION);
    expect(Object.values<string>(ApiVersion)).toContain(API_VERSION);
    expect(codegen.schema).toBe(`schema/admin-${API_VERSION}.graphql`);
    expect(readFileSync(`schema/admin-${API_VERSION}.graphql`, "utf8")).toContain("type QueryRoot");
  });

  it("declares the metafield that the plan writes and the storefront reads", () => {
    const standing = toml.metafields.find((metafield) => metafield.key === STANDING.key);
    expect(standing).toMatchObject({
      ownerType: "CUSTOMER",
      type: "json",
      access: { storefront: "PUBLIC_READ" },
    });
    expect(readFileSync("extensions/laurel-theme/blocks/tier-progress.liquid", "utf8")).toContain(
      `metafields['${STANDING.namespace}'].${STANDING.key}.value`,
    );
  });

  it("subscribes to exactly the topics that the inbox reads", () => {
    const topics = [...toml.subscriptions, ...toml.complianceTopics].map(({ topic }) => topic);
    expect(topics.toSorted()).toEqual(TOPICS.toSorted());
  });
});
