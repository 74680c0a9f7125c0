import { describe, expect, it } from "vitest";
import { RF_GROUPS, rfGroupOf } from "./rf-group.ts";

const SCORES = [1, 2, 3, 4, 5] as const;
const CELLS = SCORES.flatMap((recency) => SCORES.map((frequency) => ({ recency, frequency })));

describe("rfGroupOf", () => {
  it.each([
    [5, "new_customers potential_loyalists potential_loyalists champions champions"],
    [4, "promising potential_loyalists potential_loyalists loyal_customers loyal_customers"],
    [3, "about_to_sleep about_to_sleep need_attention loyal_customers loyal_customers"],
    [2, "hibernating hibernating at_risk at_risk cant_lose"],
    [1, "hibernating hibernating at_risk at_risk cant_lose"],
  ] as const)("of recency %i and each frequency (the common seg_map, cell by cell)", (recency, row) => {
    expect(SCORES.map((frequency) => rfGroupOf({ recency, frequency })).join(" ")).toBe(row);
  });

  it("has one group for each of the 25 cells, and a cell for each group", () => {
    const groups = CELLS.map(({ recency, frequency }) =>
      RF_GROUPS.filter(({ cells }) => cells.test(`${recency}${frequency}`)).map(({ group }) => group),
    );
    expect(groups.every((found) => found.length === 1)).toBe(true);
    expect(new Set(groups.flat()).size).toBe(10);
  });
});
