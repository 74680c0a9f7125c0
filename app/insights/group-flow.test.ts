import { describe, expect, it } from "vitest";
import { toDay } from "#app/platform/time.ts";
import { balancesOf, flowDays, largestChange } from "./group-flow.ts";

describe("flowDays", () => {
  const known = { since: toDay("2026-01-31"), today: toDay("2026-03-29") };
  it.each([
    ["within what is known", "2026-01-31", "2026-03-29", true],
    ["before what is known", "2026-01-30", "2026-03-29", false],
    ["after today", "2026-02-01", "2026-03-30", false],
    ["in the wrong order", "2026-03-02", "2026-03-01", false],
    ["one and the same", "2026-03-02", "2026-03-02", false],
  ])("takes days %s or not", (_, from, to, taken) => {
    const days = { from: toDay(from), to: toDay(to) };
    expect(flowDays(days, known)).toEqual(taken ? days : null);
  });

  it("takes no single day", () => {
    expect(flowDays({ from: known.since }, known)).toBeNull();
  });
});

const flows = [
  { from: "new", to: "active", customers: 4 },
  { from: "prospects", to: "new", customers: 9 },
  { from: "champions", to: "loyal", customers: 2 },
] as const;

describe("balancesOf", () => {
  it("takes what moved later back, and what moved between the days", () => {
    const sizes = new Map([["new", 10] as const, ["active", 20] as const, ["prospects", 5] as const]);
    const later = [{ from: "new", to: "active", customers: 3 }] as const;
    const found = balancesOf(sizes, flows, later);
    expect(found.find(({ group }) => group === "new")).toEqual({
      group: "new",
      before: 8,
      came: 9,
      left: 4,
      after: 13,
    });
    expect(found.find(({ group }) => group === "active")).toEqual({
      group: "active",
      before: 13,
      came: 4,
      left: 0,
      after: 17,
    });
    expect(found.find(({ group }) => group === "prospects")).toMatchObject({ before: 14, after: 5 });
  });
});

describe("largestChange", () => {
  it("is of the group that changed most, but not of those who never bought", () => {
    expect(largestChange(balancesOf(new Map(), flows, []))).toEqual({ group: "new", net: 5 });
  });
  it("is none where nothing moved", () => {
    expect(largestChange(balancesOf(new Map([["new", 3]]), [], []))).toBeNull();
  });
});
