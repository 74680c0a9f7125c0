import { describe, expect, it } from "vitest";
import { averageValues, cohortValues, type CohortChoice } from "./cohort-table.ts";

const cell = (orders: number, netMinor: number, customers: number, returned: number) => ({
  ...{ orders, netMinor, customers, returned },
});

const october = {
  month: "2026-10",
  customers: 10,
  seen: [cell(12, 1_200, 10, 2), cell(3, 300, 3, 4)],
  expected: [cell(1, 100, 1, 4.5), cell(4, 400, 3.5, 5), cell(2, 200, 1.5, 5.5)],
};
const september = {
  ...october,
  month: "2026-09",
  seen: [cell(40, 4_000, 30, 6), ...october.seen],
  customers: 30,
};

const values = (choice: CohortChoice) => cohortValues(october, choice).map(({ value }) => value);

describe("a cohort's values", () => {
  it.each<[CohortChoice, number[]]>([
    [{ measure: "orders", per: "cohort", span: "month" }, [12, 3, 4, 2]],
    // Up to the month ahead: 15 so far, 1 in the rest of the current month, 4 in the next.
    [{ measure: "orders", per: "cohort", span: "total" }, [12, 15, 20, 22]],
    [{ measure: "orders", per: "customer", span: "total" }, [1.2, 1.5, 2, 2.2]],
    [{ measure: "spend", per: "customer", span: "month" }, [120, 30, 40, 20]],
    [{ measure: "retention", per: "customer", span: "month" }, [1, 0.3, 0.35, 0.15]],
    [{ measure: "retention", per: "cohort", span: "total" }, [2, 4, 5, 5.5]],
  ])("by %o", (choice, expected) => {
    for (const [index, value] of values(choice).entries())
      expect(value).toBeCloseTo(expected[index] ?? NaN, 10);
    expect(values(choice)).toHaveLength(expected.length);
  });

  it("tell what is over, what is not and what is only expected", () => {
    const states = cohortValues(october, { measure: "orders", per: "cohort", span: "month" });
    expect(states.map(({ state }) => state)).toEqual(["seen", "unfinished", "expected", "expected"]);
    const alone = cohortValues(
      { ...october, expected: [] },
      { measure: "spend", per: "cohort", span: "total" },
    );
    expect(alone.map(({ state }) => state)).toEqual(["seen", "unfinished"]);
  });
});

it("the average counts customers, and only months that are over", () => {
  // Both cohorts' first months, then September's second alone.
  expect(averageValues([september, october], { measure: "orders", span: "month" })).toEqual([
    52 / 40,
    12 / 30,
  ]);
  expect(averageValues([], { measure: "orders", span: "month" })).toEqual([]);
});
