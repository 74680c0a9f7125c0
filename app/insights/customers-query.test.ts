import { describe, expect, it } from "vitest";
import {
  customersQuerySchema,
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
