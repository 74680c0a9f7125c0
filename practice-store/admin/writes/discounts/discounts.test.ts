import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { startWrites, type WritesServer } from "../testing.ts";

let server: WritesServer;

beforeEach(async () => {
  server = await startWrites();
});

afterEach(() => server.stop());

const BASIC_CREATE = `mutation ($discount: DiscountAutomaticBasicInput!) {
  discountAutomaticBasicCreate(automaticBasicDiscount: $discount) {
    automaticDiscountNode { id automaticDiscount { ... on DiscountAutomaticBasic { status summary } } }
    userErrors { field message code }
  }
}`;

const tenPercent = {
  title: "Gold",
  startsAt: "2026-11-01T00:00:00Z",
  customerGets: { value: { percentage: 0.1 }, items: { all: true } },
};

describe("discounts", () => {
  it.each([
    ["no title", { title: " " }, ["title"], "BLANK"],
    ["a title too long", { title: "x".repeat(256) }, ["title"], "TOO_LONG"],
    ["no beginning", { startsAt: null }, ["startsAt"], "BLANK"],
    ["an end before its beginning", { endsAt: "2026-10-01T00:00:00Z" }, ["endsAt"], "INVALID"],
    [
      "a segment that is not there",
      { context: { customerSegments: { add: ["gid://shopify/Segment/99"] } } },
      ["context", "customerSegments", "add"],
      "INVALID",
    ],
    ["cycles where nothing is subscribed to", { recurringCycleLimit: 2 }, ["recurringCycleLimit"], "INVALID"],
    [
      "subscriptions where there are none",
      { customerGets: { ...tenPercent.customerGets, appliesOnSubscription: false } },
      ["customerGets", "appliesOnSubscription"],
      "INVALID",
    ],
  ])("are refused with %s", async (_what, wrong, path, code) => {
    const answer = await server.ask(BASIC_CREATE, { discount: { ...tenPercent, ...wrong } });
    const field = ["automaticBasicDiscount", ...path];
    expect(answer).toMatchObject({ automaticDiscountNode: null, userErrors: [{ field, code }] });
  });

  it("are found by segment and counted by status; the 26th active one has no room", async () => {
    const { id } = await server.createSegment("VIPs", "customer_tags CONTAINS 'vip'");
    const context = { customerSegments: { add: [id] } };
    expect(await server.ask(BASIC_CREATE, { discount: { ...tenPercent, context } })).toMatchObject({
      automaticDiscountNode: {
        automaticDiscount: { status: "ACTIVE", summary: "10% off entire order • For 1 customer segment" },
      },
    });
    for (let number = 2; number <= 25; number += 1) await server.ask(BASIC_CREATE, { discount: tenPercent });
    expect(await server.ask(BASIC_CREATE, { discount: tenPercent })).toMatchObject({
      automaticDiscountNode: null,
      userErrors: [{ code: "ACTIVE_PERIOD_OVERLAP" }],
    });
    const later = { ...tenPercent, startsAt: "2027-01-01T00:00:00Z" };
    expect(await server.ask(BASIC_CREATE, { discount: later })).toMatchObject({ userErrors: [] });
    const count = (query: string) => server.ask(`{ discountNodesCount(query: "${query}") { count } }`);
    expect(await count("method:automatic status:active")).toEqual({ count: 25 });
    expect(await count("status:active,scheduled")).toEqual({ count: 26 });
    expect(await count(`segment_ids:${id.split("/").at(-1)}`)).toEqual({ count: 1 });
  });

  it("by code share no code, whatever its case, and fail code by code in bulk", async () => {
    const create = `mutation ($discount: DiscountCodeBasicInput!) {
      discountCodeBasicCreate(basicCodeDiscount: $discount) {
        codeDiscountNode { id } userErrors { field message code }
      }
    }`;
    const made = await server.ask(create, { discount: { ...tenPercent, code: "GOLD" } });
    const { id } = z.object({ codeDiscountNode: z.object({ id: z.string() }) }).parse(made).codeDiscountNode;
    const taken = { message: "Code must be unique. Please try a different code.", code: "TAKEN" };
    expect(await server.ask(create, { discount: { ...tenPercent, code: "gold" } })).toEqual({
      codeDiscountNode: null,
      userErrors: [{ field: ["basicCodeDiscount", "code"], ...taken }],
    });
    const added = await server.ask(
      `mutation ($id: ID!, $codes: [DiscountRedeemCodeInput!]!) {
        discountRedeemCodeBulkAdd(discountId: $id, codes: $codes) { bulkCreation { id done } }
      }`,
      { id, codes: [{ code: "ONE" }, { code: "Gold" }, { code: "one" }] },
    );
    const { bulkCreation } = z.object({ bulkCreation: z.object({ id: z.string() }) }).parse(added);
    expect(
      await server.ask(`{ discountRedeemCodeBulkCreation(id: "${bulkCreation.id}") {
        done codesCount importedCount failedCount
        codes(first: 5) { nodes { code discountRedeemCode { code } errors { message code } } }
      } }`),
    ).toEqual({
      done: true,
      codesCount: 3,
      importedCount: 1,
      failedCount: 2,
      codes: {
        nodes: [
          { code: "ONE", discountRedeemCode: { code: "ONE" }, errors: [] },
          { code: "Gold", discountRedeemCode: null, errors: [taken] },
          { code: "one", discountRedeemCode: null, errors: [taken] },
        ],
      },
    });
  });
});
