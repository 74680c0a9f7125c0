import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startWrites, type WritesServer } from "./testing.ts";

const ADA = "gid://shopify/Customer/1";

let server: WritesServer;

beforeEach(async () => {
  server = await startWrites();
});

afterEach(() => server.stop());

const TAGS_ADD = `mutation ($id: ID!, $tags: [String!]!) {
  tagsAdd(id: $id, tags: $tags) { node { ... on Customer { tags } } userErrors { field message } }
}`;

describe("tags", () => {
  it("fires one webhook for what came and none for a tag that is there", async () => {
    const topics: string[] = [];
    server.store.changes.on("event", ({ topic }) => topics.push(topic));
    expect(await server.ask(TAGS_ADD, { id: ADA, tags: ["VIP", "tier:gold, rfm:loyal"] })).toEqual({
      node: { tags: ["rfm:loyal", "tier:gold", "vip"] },
      userErrors: [],
    });
    await server.ask(TAGS_ADD, { id: ADA, tags: ["Tier:Gold"] });
    expect(topics).toEqual(["customer.tags_added"]);
  });

  it.each([
    ["an unknown customer", "gid://shopify/Customer/99", ["x"], "id", "Customer does not exist"],
    ["a tag too long", ADA, ["x".repeat(256)], "tags", "Tags is too long (maximum is 255 characters)"],
  ])("refuses %s", async (_what, id, tags, field, message) => {
    expect(await server.ask(TAGS_ADD, { id, tags })).toEqual({
      node: null,
      userErrors: [{ field: [field], message }],
    });
  });

  it("asks for the scope of what is tagged", async () => {
    const token = await server.appToken();
    const tags = { id: "gid://shopify/Product/1", tags: ["x"] };
    const { errors } = await server.graphql(TAGS_ADD, tags, token);
    expect(errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
  });
});

const METAFIELDS_SET = `mutation ($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { namespace key type value compareDigest definition { access { storefront } } }
    userErrors { field message code elementIndex }
  }
}`;

const DEFINE = `mutation ($definition: MetafieldDefinitionInput!) {
  metafieldDefinitionCreate(definition: $definition) {
    createdDefinition { id namespace access { admin storefront customerAccount } }
    userErrors { field message code }
  }
}`;

const STANDING = {
  name: "Standing",
  key: "standing",
  type: "json",
  ownerType: "CUSTOMER",
  access: { admin: "MERCHANT_READ", storefront: "PUBLIC_READ" },
};

describe("metafields", () => {
  it("keeps an app's standing under its own namespace, with the definition's access", async () => {
    const token = await server.appToken();
    const { appId } = server.admin.access.installation ?? { appId: 0 };
    const namespace = `app--${appId}`;
    expect(await server.ask(DEFINE, { definition: STANDING }, token)).toMatchObject({
      createdDefinition: {
        namespace,
        access: { admin: "MERCHANT_READ", storefront: "PUBLIC_READ", customerAccount: "NONE" },
      },
      userErrors: [],
    });
    const input = { ownerId: ADA, namespace: "$app", key: "standing", value: '{"tier":"gold"}' };
    expect(await server.ask(METAFIELDS_SET, { metafields: [input] }, token)).toMatchObject({
      metafields: [
        { namespace, key: "standing", type: "json", definition: { access: { storefront: "PUBLIC_READ" } } },
      ],
      userErrors: [],
    });
    const read = `{ customer(id: "${ADA}") {
      standing: metafield(namespace: "$app", key: "standing") { jsonValue }
      metafields(first: 5, keys: ["$app.standing"]) { nodes { key } }
    } }`;
    expect(await server.ask(read, {}, token)).toEqual({
      standing: { jsonValue: { tier: "gold" } },
      metafields: { nodes: [{ key: "standing" }] },
    });
  });

  const right = { ownerId: ADA, namespace: "custom", key: "points", type: "number_integer", value: "7" };

  it.each([
    [
      "a text where a number must be",
      { value: "many" },
      ["value"],
      "INVALID_VALUE",
      "Value must be an integer.",
    ],
    ["nothing", { value: "" }, ["value"], "BLANK", "Value can't be blank."],
    ["no type", { type: undefined }, ["type"], "BLANK", "Type can't be blank"],
    [
      "an owner who is not there",
      { ownerId: "gid://shopify/Customer/99" },
      ["ownerId"],
      "INVALID",
      "Owner does not exist.",
    ],
    [
      "a short namespace",
      { namespace: "ab" },
      ["namespace"],
      "TOO_SHORT",
      "Namespace is too short (minimum is 3 characters)",
    ],
    [
      "another app's namespace",
      { namespace: "app--1--x" },
      ["namespace"],
      "APP_NOT_AUTHORIZED",
      "Access to this namespace and key on Metafields for this resource type is not allowed.",
    ],
    [
      "a digest that is no longer right",
      { compareDigest: "0".repeat(64) },
      [],
      "STALE_OBJECT",
      "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
    ],
  ])("sets nothing when one of them is %s", async (_what, wrong, path, code, message) => {
    const metafields = [
      { ...right, key: "other" },
      { ...right, ...wrong },
    ];
    expect(await server.ask(METAFIELDS_SET, { metafields })).toEqual({
      metafields: [],
      userErrors: [{ field: ["metafields", "1", ...path], message, code, elementIndex: null }],
    });
    expect(server.store.tables.metafields.size).toBe(0);
  });

  it("sets with a null digest only what is not there yet", async () => {
    const once = { metafields: [{ ...right, compareDigest: null }] };
    expect(await server.ask(METAFIELDS_SET, once)).toMatchObject({ userErrors: [] });
    expect(await server.ask(METAFIELDS_SET, once)).toMatchObject({ userErrors: [{ code: "STALE_OBJECT" }] });
  });

  it("deletes what is there and tells what is not", async () => {
    await server.ask(METAFIELDS_SET, { metafields: [right] });
    const remove = `mutation ($metafields: [MetafieldIdentifierInput!]!) {
      metafieldsDelete(metafields: $metafields) {
        deletedMetafields { ownerId namespace key } userErrors { field message }
      }
    }`;
    const known = { ownerId: ADA, namespace: "custom", key: "points" };
    expect(await server.ask(remove, { metafields: [known, { ...known, key: "none" }] })).toEqual({
      deletedMetafields: [known, null],
      userErrors: [],
    });
  });
});

describe("segments", () => {
  it("numbers a name that is taken", async () => {
    const query = "customer_tags CONTAINS 'vip'";
    const names = [];
    for (const name of ["Gold", "Gold", "Gold"]) names.push((await server.createSegment(name, query)).name);
    expect(names).toEqual(["Gold", "Gold (2)", "Gold (3)"]);
  });

  it("shows who belongs", async () => {
    const { id } = await server.createSegment("VIPs", "customer_tags CONTAINS 'vip'");
    expect(
      await server.ask(`{ customerSegmentMembers(first: 5, segmentId: "${id}") {
        totalCount edges { node { id displayName lastOrderId numberOfOrders } }
      } }`),
    ).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            id: "gid://shopify/CustomerSegmentMember/1",
            displayName: "Ada No 1",
            lastOrderId: "gid://shopify/Order/1002",
            numberOfOrders: "2",
          },
        },
      ],
    });
    const segmentIds = `["${id}"]`;
    expect(
      await server.ask(`{ customerSegmentMembership(customerId: "${ADA}", segmentIds: ${segmentIds}) {
        memberships { segmentId isMember }
      } }`),
    ).toEqual({ memberships: [{ segmentId: id, isMember: true }] });
  });

  it("says so where it can't tell who belongs", async () => {
    const { id } = await server.createSegment("Champions", "rfm_group = 'CHAMPIONS'");
    const { errors } = await server.graphql(
      `{ customerSegmentMembers(first: 5, segmentId: "${id}") { totalCount } }`,
    );
    expect(errors?.[0]?.message).toBe("The segment filter rfm_group is not practised yet");
  });
});

describe("customers", () => {
  const create = `mutation ($input: CustomerInput!) {
    customerCreate(input: $input) { customer { displayName tags } userErrors { field message } }
  }`;

  it.each([
    [{ firstName: " " }, null, "A name, phone number, or email address must be present"],
    [{ email: "ADA1@example.com" }, ["email"], "Email has already been taken"],
    [{ email: "ada" }, ["email"], "Email is invalid"],
  ])("are not created from %j", async (input, field, message) => {
    expect(await server.ask(create, { input })).toEqual({ customer: null, userErrors: [{ field, message }] });
  });

  it("keep what an update leaves out", async () => {
    const update = `mutation ($input: CustomerInput!) {
      customerUpdate(input: $input) { customer { firstName note tags } userErrors { message } }
    }`;
    expect(await server.ask(update, { input: { id: ADA, note: "calls on Fridays" } })).toEqual({
      customer: { firstName: "Ada", note: "calls on Fridays", tags: ["vip"] },
      userErrors: [],
    });
  });

  it("with orders stay", async () => {
    const remove = `mutation { customerDelete(input: { id: "${ADA}" }) { deletedCustomerId userErrors { field } } }`;
    expect(await server.ask(remove)).toEqual({ deletedCustomerId: null, userErrors: [{ field: ["id"] }] });
  });
});
