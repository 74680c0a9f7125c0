import { describe, expect, it } from "vitest";
import type { Customer, Segment } from "../shop/model.ts";
import { ShopStore } from "../shop/store.ts";
import { SegmentMembership } from "./membership.ts";
import { parseSegmentQuery } from "./query.ts";

const shop = {
  id: 1,
  name: "Practice",
  myshopifyDomain: "practice.myshopify.com",
  email: "owner@example.com",
  currencyCode: "EUR",
  ianaTimezone: "Europe/Berlin",
  primaryLocale: "en",
  countryCode: "DE",
  createdAt: "2026-01-01T00:00:00Z",
  openedOn: "2026-10-31",
  taxesIncluded: true,
  sellsSubscriptions: false,
};

function customer(id: number, given: Partial<Customer>): Customer {
  return {
    id,
    firstName: null,
    lastName: null,
    email: `c${id}@example.com`,
    phone: null,
    state: "DISABLED",
    locale: "en",
    countryCode: "DE",
    note: null,
    tags: [],
    emailMarketing: "NOT_SUBSCRIBED",
    createdAt: "2026-03-01T12:00:00Z",
    updatedAt: "2026-03-01T12:00:00Z",
    ...given,
  };
}

function segment(id: number, query: string): Segment {
  return { id, name: `S${id}`, query, createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z" };
}

describe("segment queries", () => {
  it.each([
    ["customer_tags CONTAINS 'tier:gold'"],
    ["customer_tags NOT CONTAINS 'it''s'"],
    ["(number_of_orders >= 1) OR (number_of_orders = 0) AND amount_spent > 100.50"],
    ["last_order_date BETWEEN -30d AND 2026-10-31"],
    ["companies IS NULL"],
    ["NOT customer_countries CONTAINS 'CA'"],
    ["products_purchased MATCHES (id = 12, date > -30d)"],
    ["metafields.custom.birthday = '2000-01-01'"],
  ])("takes %s", (text) => {
    expect(parseSegmentQuery(text).errors).toEqual([]);
  });

  it.each([
    [
      "not a valid segment query ???",
      ["Query Line 1 Column 6: 'valid' is unexpected.", "Query Line 1 Column 4: 'a' filter cannot be found."],
    ],
    ["country = 'CA'", ["Query Line 1 Column 0: 'country' filter cannot be found."]],
    ["customer_tags CONTAINS vip", ["Query Line 1 Column 23: 'vip' is unexpected."]],
    ["customer_tags\nCONTAINS 'a' b", ["Query Line 2 Column 13: 'b' is unexpected."]],
    ["customer_tags CONTAINS", ["Query Line 1 Column 22: '<EOF>' is unexpected."]],
    ["customer_tags = 'a'", ["Query Line 1 Column 14: customer_tags does not support operator '='"]],
  ])("refuses %s", (text, errors) => {
    expect(parseSegmentQuery(text)).toEqual({ query: null, errors });
  });
});

describe("segment membership", () => {
  const start = Date.parse("2026-11-01T12:00:00Z");

  it.each([
    ["customer_tags CONTAINS 'GOLD'", [1]],
    ["customer_tags NOT CONTAINS 'gold'", [2, 3]],
    ["customer_tags IS NULL OR customer_countries CONTAINS 'FR'", [2, 3]],
    ["customer_added_date >= -8m AND NOT customer_tags CONTAINS 'gold'", [2]],
    ["customer_email_domain = 'example.com' AND email_subscription_status = 'SUBSCRIBED'", [3]],
    ["number_of_orders > 0", []],
    ["rfm_group = 'CHAMPIONS'", []],
  ])("%s finds %j", (query, expected) => {
    const store = new ShopStore(shop);
    store.put("customers", customer(1, { tags: ["Gold", "x"] }));
    store.put("customers", customer(2, { tags: ["x"], countryCode: "FR" }));
    store.put("customers", customer(3, { emailMarketing: "SUBSCRIBED", createdAt: "2025-01-01T00:00:00Z" }));
    store.put("segments", segment(9, query));
    const segments = new SegmentMembership(store, { delayMs: 0, clock: () => new Date(start) });
    expect(segments.members(9)).toEqual(expected);
  });

  it("sees each change of tags only after the delay", () => {
    let now = start;
    const store = new ShopStore(shop);
    store.put("segments", segment(9, "customer_tags CONTAINS 'gold'"));
    const segments = new SegmentMembership(store, { delayMs: 1000, clock: () => new Date(now) });
    store.put("customers", customer(1, { tags: ["gold"] }));
    expect(segments.has(9, 1)).toBe(false);
    now += 600;
    store.put("customers", customer(1, { tags: ["silver"] }));
    now += 400;
    expect(segments.has(9, 1)).toBe(true);
    now += 600;
    expect(segments.has(9, 1)).toBe(false);
  });
});
