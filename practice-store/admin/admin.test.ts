import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { startAdmin, type TestServer } from "./testing/admin-server.ts";
import { smallShop } from "./testing/small-shop.ts";

let server: TestServer;

beforeEach(async () => {
  server = await startAdmin(smallShop());
});

afterEach(() => server.stop());

const customersPage = z.object({
  customers: z.object({
    edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
    pageInfo: z.object({
      hasNextPage: z.boolean(),
      hasPreviousPage: z.boolean(),
      startCursor: z.string(),
      endCursor: z.string(),
    }),
  }),
});

describe("reading", () => {
  it("shows a customer with her orders, refunds and money as Shopify does", async () => {
    const { data } = await server.graphql(`{
      customer(id: "gid://shopify/Customer/1") {
        displayName numberOfOrders amountSpent { amount currencyCode } tags
        defaultEmailAddress { emailAddress marketingState }
        lastOrder { name }
        orders(first: 5, sortKey: CREATED_AT, reverse: true) {
          nodes {
            name createdAt displayFinancialStatus
            totalPriceSet { shopMoney { amount } }
            totalRefundedSet { shopMoney { amount } }
            netPaymentSet { presentmentMoney { amount } }
            lineItems(first: 2) { edges { node { sku quantity currentQuantity variant { displayName } } } }
            refunds { totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity lineItem { sku } } } }
          }
        }
      }
    }`);
    expect(data).toMatchObject({
      customer: {
        displayName: "Ada No 1",
        numberOfOrders: "2",
        amountSpent: { amount: "72.5", currencyCode: "GBP" },
        tags: ["vip"],
        defaultEmailAddress: { emailAddress: "ada1@example.com", marketingState: "SUBSCRIBED" },
        lastOrder: { name: "#1002" },
        orders: {
          nodes: [
            {
              name: "#1002",
              createdAt: "2026-10-21T12:00:00Z",
              displayFinancialStatus: "PARTIALLY_REFUNDED",
              totalPriceSet: { shopMoney: { amount: "42.5" } },
              totalRefundedSet: { shopMoney: { amount: "12.5" } },
              netPaymentSet: { presentmentMoney: { amount: "30.0" } },
              lineItems: {
                edges: [
                  {
                    node: {
                      sku: "MUG-1",
                      quantity: 2,
                      currentQuantity: 1,
                      variant: { displayName: "Mug 1 - Default Title" },
                    },
                  },
                  { node: { quantity: 1, currentQuantity: 1 } },
                ],
              },
              refunds: [
                {
                  totalRefundedSet: { shopMoney: { amount: "12.5" } },
                  refundLineItems: { nodes: [{ quantity: 1, lineItem: { sku: "MUG-1" } }] },
                },
              ],
            },
            { name: "#1001", refunds: [] },
          ],
        },
      },
    });
  });

  it.each([
    ["id:>1001 AND customer_id:1", ["#1002"]],
    ["customer_id:1 OR customer_id:2", ["#1001", "#1002", "#1003"]],
    ["created_at:>='2026-10-31T00:00:00Z'", ["#1003", "#1004"]],
    ["-customer_id:1 created_at:<2026-11-10", ["#1003"]],
    ["financial_status:partially_refunded", ["#1002"]],
    ["name:#1003", ["#1003"]],
  ])("finds orders by %s", async (query, names) => {
    const { data } = await server.graphql(
      "query ($q: String) { orders(first: 10, query: $q, sortKey: ID) { nodes { name } } ordersCount(query: $q) { count precision } }",
      { q: query },
    );
    expect(data).toEqual({
      orders: { nodes: names.map((name) => ({ name })) },
      ordersCount: { count: names.length, precision: "EXACT" },
    });
  });

  it("passes over an unknown search field and warns of it", async () => {
    const { data, extensions } = await server.graphql(
      '{ customers(first: 1, query: "shoe:42") { nodes { id } } }',
    );
    expect(data).toEqual({ customers: { nodes: [{ id: "gid://shopify/Customer/1" }] } });
    expect(extensions?.search).toEqual([
      {
        path: ["customers"],
        query: "shoe:42",
        warnings: [{ field: "shoe", message: "Invalid search field for this query.", code: "invalid_field" }],
      },
    ]);
  });

  it("pages forwards and backwards by cursors that outlive the record they point at", async () => {
    const page = async (args: string) => {
      const { data } = await server.graphql(
        `{ customers(${args}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      );
      return customersPage.parse(data).customers;
    };
    const first = await page("first: 2");
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    server.store.remove("customers", 2);
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second.edges.map(({ node }) => node.id)).toEqual(["gid://shopify/Customer/3"]);
    const back = await page(`last: 2, before: "${second.pageInfo.startCursor}"`);
    expect(back.edges).toHaveLength(1);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it("finds nodes by global id, null for what is not there", async () => {
    const { data } = await server.graphql(
      '{ nodes(ids: ["gid://shopify/Order/1003", "gid://shopify/Product/9", "gid://shopify/ProductVariant/10"]) { __typename id ... on Order { name } } }',
    );
    expect(data).toEqual({
      nodes: [
        { __typename: "Order", id: "gid://shopify/Order/1003", name: "#1003" },
        null,
        { __typename: "ProductVariant", id: "gid://shopify/ProductVariant/10" },
      ],
    });
  });

  it("says of a field of the schema that it does not serve that it is not practised yet", async () => {
    const { errors } = await server.graphql("{ shop { name shopOwnerName } }");
    expect(errors).toEqual([
      expect.objectContaining({
        message: "Shop.shopOwnerName is not practised yet",
        extensions: { code: "NOT_PRACTISED" },
      }),
    ]);
  });
});

describe("refusing what Shopify refuses", () => {
  const id = '"gid://shopify/Customer/1"';
  it.each([
    ["{ shop { nme } }", {}, "Field 'nme' doesn't exist on type 'Shop'", "undefinedField"],
    [
      "query Q { customer { id } }",
      {},
      "Field 'customer' is missing required arguments: id",
      "missingRequiredArguments",
    ],
    [
      "{ customers(first: 1) }",
      {},
      "Field must have selections (field 'customers' returns CustomerConnection but has no selections. Did you mean 'customers { ... }'?)",
      "selectionMismatch",
    ],
    [
      `{ customer(id: ${id}, tier: 1) { id } }`,
      {},
      "Field 'customer' doesn't accept argument 'tier'",
      "argumentNotAccepted",
    ],
    ['{ customer(id: "1") { id } }', {}, "Invalid global id '1'", "argumentLiteralsIncompatible"],
    [
      "query ($id: ID!) { customer(id: $id) { id } }",
      {},
      "Variable $id of type ID! was provided invalid value",
      "INVALID_VARIABLE",
    ],
    ["{ customers(first: 251) { nodes { id } } }", {}, "first cannot exceed 250", "BAD_REQUEST"],
    ["{ customers { nodes { id } } }", {}, "you must provide one of first or last", "BAD_REQUEST"],
    [
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      { ids: Array.from({ length: 251 }, (_, index) => `gid://shopify/Customer/${index}`) },
      "The input array size of 251 is greater than the maximum allowed of 250.",
      "MAX_INPUT_SIZE_EXCEEDED",
    ],
  ])("%s", async (query, variables, message, code) => {
    const { errors } = await server.graphql(query, variables);
    expect(errors?.[0]).toMatchObject({ message, extensions: { code } });
  });

  it("points at the end of a text that ends too early", async () => {
    const { errors } = await server.graphql("mutation { not real syntax");
    expect(errors?.[0]?.message).toBe("syntax error, unexpected end of file at [1, 21]");
  });

  it("refuses a query of more than 1,000 points", async () => {
    const { errors } = await server.graphql(
      "{ customers(first: 250) { nodes { orders(first: 250) { nodes { lineItems(first: 250) { nodes { product { id } } } } } } } }",
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "MAX_COST_EXCEEDED", maxCost: 1000 });
  });
});

describe("cost and throttling", () => {
  it("takes the requested cost and gives back what was not used", async () => {
    const { extensions } = await server.graphql(
      "{ customers(first: 250) { nodes { id lastOrder { id } } } }",
    );
    expect(extensions?.cost).toEqual({
      requestedQueryCost: 24,
      actualQueryCost: 6,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1994, restoreRate: 100 },
    });
  });

  it("answers THROTTLED while the bucket is empty and fills it by 100 points a second", async () => {
    const dear = "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { product { id } } } } } }";
    const costs = Array.from({ length: 12 }, () => server.graphql(dear));
    const codes = (await Promise.all(costs)).map(({ errors }) => errors?.[0]?.extensions?.code);
    expect(codes).not.toContain("THROTTLED");
    server.admin.options.settings.throttled = true;
    const token = await server.appToken();
    expect((await server.graphql("{ shop { name } }", {}, token)).errors?.[0]).toMatchObject({
      message: "Throttled",
      extensions: { code: "THROTTLED" },
    });
    server.admin.options.settings.throttled = false;
    server.time.now = new Date(server.time.now.getTime() + 50);
    const { data, extensions } = await server.graphql("{ shop { name } }", {}, token);
    expect(data).toEqual({ shop: { name: "Practice" } });
    expect(extensions?.cost).toMatchObject({ throttleStatus: { currentlyAvailable: 4 } });
  });
});

describe("what an app may see", () => {
  it("hides orders older than 60 days from an app without read_all_orders, also nested ones", async () => {
    const token = await server.appToken();
    const query = `{ ordersCount { count } order(id: "gid://shopify/Order/1001") { id }
      customer(id: "gid://shopify/Customer/1") { numberOfOrders orders(first: 5) { nodes { name } } } }`;
    expect((await server.graphql(query, {}, token)).data).toEqual({
      ordersCount: { count: 3 },
      order: null,
      customer: { numberOfOrders: "2", orders: { nodes: [{ name: "#1002" }] } },
    });
    expect((await server.graphql(query)).data).toMatchObject({
      ordersCount: { count: 4 },
      order: { id: "gid://shopify/Order/1001" },
    });
  });

  it("denies fields whose scope the app was not given", async () => {
    const token = await server.appToken();
    const { errors, data } = await server.graphql(
      "{ segmentsCount { count } shop { name } discountNodes(first: 1) { nodes { id } } }",
      {},
      token,
    );
    expect(data).toBeNull();
    expect(errors?.find(({ path }) => path?.[0] === "discountNodes")).toMatchObject({
      message:
        "Access denied for discountNodes field. Required access: Apps must have `read_discounts` access scope.",
      extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes" },
    });
  });

  it("nulls names and e-mails with an error where the app's use of them is not approved", async () => {
    server.settings.personalData = false;
    const token = await server.appToken();
    const { data, errors } = await server.graphql(
      '{ customer(id: "gid://shopify/Customer/1") { id firstName tags } }',
      {},
      token,
    );
    expect(data).toEqual({ customer: { id: "gid://shopify/Customer/1", firstName: null, tags: ["vip"] } });
    expect(errors?.[0]?.message).toMatch(/^This app is not approved to use the firstName field/);
  });
});
