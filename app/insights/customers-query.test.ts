import { describe, expect, it } from "vitest";
import {
  customersQuerySchema,
  groupOfQuery,
  isFiltered,
  toSearchParams,
  withFilters,
  type CustomersQuery,
} from "./customers-query.ts";

describe("the query of the customers page", () => {
  it.each([
    [
      { tier: "gold", group: "loyal", search: " ada " },
      { tier: "gold", group: "loyal", search: "ada" },
    ],
    [{ after: "2_31000_77" }, { after: "2_31000_77" }],
    [{ before: "2_31000_77; DROP" }, {}],
    [{ group: "millionaires", tier: "" }, {}],
    [
      { stage: "won_back", clv: "high", recency: "5", mean: "4" },
      { stage: "won_back", clv: "high", recency: "5", mean: "4" },
    ],
    [
      { rf: "cant_lose", value: "重要保持客户" },
      { rf: "cant_lose", value: "重要保持客户" },
    ],
    [{ recency: "6", mean: "x", frequency: "1.5", stage: "gone", clv: "", rf: "loyal", value: "重要" }, {}],
    [{ search: "   " }, {}],
    [{ id_token: "x", shop: "y" }, {}],
  ])("reads %j as %j", (address, query) => {
    expect(toSearchParams(customersQuerySchema.parse(address))).toEqual(query);
  });

  it.each<[CustomersQuery, boolean]>([
    [{}, false],
    [{ after: "1_2_3" }, false],
    [{ tier: "gold" }, true],
    [{ group: "prospects" }, true],
    [{ search: "ada" }, true],
    [{ recency: 5, before: "1_2_3" }, true],
  ])("%j leaves customers out: %s", (query, filtered) => {
    expect(isFiltered(query)).toBe(filtered);
  });

  it("starts at the first page when a filter changes and keeps the others", () => {
    const query = { tier: "gold", search: "ada", after: "2_31000_77" };
    expect(toSearchParams(withFilters(query, { group: "loyal" }))).toEqual({
      tier: "gold",
      search: "ada",
      group: "loyal",
    });
    expect(toSearchParams(withFilters(query, { tier: undefined }))).toEqual({ search: "ada" });
  });
});

describe("groupOfQuery", () => {
  it.each<[CustomersQuery, string | undefined]>([
    [{ group: "at_risk", after: "2_31000_77" }, "at_risk"],
    [{ rf: "at_risk" }, "rf_at_risk"],
    [{ value: "重要保持客户" }, "重要保持客户"],
    [{ recency: 5, mean: 4 }, "r5_fm4"],
    [{ recency: 5, frequency: 4, monetary: 3 }, "543"],
    [{ recency: 5 }, undefined],
    [{ recency: 5, frequency: 4 }, undefined],
    [{ recency: 5, frequency: 4, monetary: 3, mean: 4 }, undefined],
    [{ group: "at_risk", tier: "gold" }, undefined],
    [{ group: "at_risk", search: "ada" }, undefined],
    [{}, undefined],
  ])("of %j is %s", (query, group) => {
    expect(groupOfQuery(query)).toBe(group);
  });
});
