import { describe, expect, it } from "vitest";
import { segmentQuery, tierChanges, type TierState } from "./tier-changes.ts";

const segment = {
  gid: "gid://shopify/Segment/1",
  name: "Laurel: Gold",
  query: "customer_tags CONTAINS 'tier:gold'",
};
const discount = {
  gid: "gid://shopify/DiscountAutomaticNode/1",
  title: "Gold: 10% off",
  value: { kind: "percentage" as const, basisPoints: 1000 },
};
const gold: TierState = {
  key: "gold",
  name: "Gold",
  tag: "tier:gold",
  value: discount.value,
  title: discount.title,
  written: { segment: null, discount: null },
};

describe("tierChanges", () => {
  it("makes the segment before its discount", () => {
    expect(tierChanges([gold]).map((change) => [change.kind, change.before])).toEqual([
      ["segment", null],
      ["discount", null],
    ]);
  });

  it("is nothing where both stand", () => {
    expect(tierChanges([{ ...gold, written: { segment, discount } }])).toEqual([]);
  });

  it("changes the discount it made when the percentage changes", () => {
    const changed: TierState = {
      ...gold,
      value: { kind: "percentage", basisPoints: 1200 },
      written: { segment, discount },
    };
    expect(tierChanges([changed])).toMatchObject([
      { kind: "discount", before: discount, after: { gid: discount.gid, value: { basisPoints: 1200 } } },
    ]);
  });

  it("replaces a discount by another kind: Shopify cannot turn one into the other", () => {
    const changed: TierState = { ...gold, value: { kind: "freeShipping" }, written: { segment, discount } };
    const [change] = tierChanges([changed]);
    expect(change?.after).not.toHaveProperty("gid");
  });

  it("takes the discount away before its segment when the benefit ends", () => {
    const ended: TierState = { ...gold, value: null, written: { segment, discount } };
    expect(tierChanges([ended]).map((change) => [change.kind, change.after])).toEqual([
      ["discount", null],
      ["segment", null],
    ]);
  });
});

describe("segmentQuery", () => {
  it("keeps an apostrophe inside the quotes", () => {
    expect(segmentQuery("tier:l'or")).toBe(String.raw`customer_tags CONTAINS 'tier:l\'or'`);
  });
});
