import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween, toDay } from "#app/platform/time.ts";
import { groupOf } from "./group.ts";
import { cutsOf, scoreOf } from "./score.ts";

const CDNOW = "../shared/data/cdnow/CDNOW_sample.txt";

describe("scoreOf", () => {
  it.each([
    ["ten different values", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    ["half of them equal", [1, 1, 1, 1, 1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 3, 4, 4, 5, 5]],
    ["all equal", [7, 7, 7], [1, 1, 1]],
    ["one alone", [3], [1]],
  ])("cuts %s", (_, values, expected) => {
    const cuts = cutsOf(values);
    expect(values.map((value) => scoreOf(cuts, value))).toEqual(expected);
  });

  it("gives a value that is new to the cuts the score of its place", () => {
    const cuts = cutsOf([10, 20, 30, 40, 50]);
    expect([5, 25, 99].map((value) => scoreOf(cuts, value))).toEqual([1, 2, 5]);
    expect(scoreOf(cutsOf([]), 5)).toBe(1);
  });

  it("never gives the better value the worse score", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), fc.integer(), fc.integer(), (values, a, b) => {
        const cuts = cutsOf(values);
        expect(scoreOf(cuts, Math.max(a, b))).toBeGreaterThanOrEqual(scoreOf(cuts, Math.min(a, b)));
      }),
    );
  });
});

/** Counts by an independent computation (see the reference's source), groups after Shopify's grid. */
describe.skipIf(!existsSync(CDNOW))("on the CDNOW sample (left out where ../shared/data is missing)", () => {
  const customers = existsSync(CDNOW) ? readCustomers() : [];
  const cuts = {
    recency: cutsOf(customers.map((each) => each.recency)),
    frequency: cutsOf(customers.map((each) => each.frequency)),
    monetary: cutsOf(customers.map((each) => each.monetary)),
  };
  const scored = customers.map((each) => ({
    recency: scoreOf(cuts.recency, each.recency),
    frequency: scoreOf(cuts.frequency, each.frequency),
    monetary: scoreOf(cuts.monetary, each.monetary),
  }));

  it.each([
    ["recency", { 1: 482, 2: 471, 3: 463, 4: 470, 5: 471 }],
    ["frequency", { 1: 1205, 3: 406, 4: 358, 5: 388 }],
    ["monetary", { 1: 481, 2: 462, 3: 472, 4: 471, 5: 471 }],
  ] as const)("scores %s as the reference does", (metric, expected) => {
    expect(countBy(scored.map((scores) => scores[metric]))).toEqual(expected);
  });

  it("groups as the reference does", () => {
    expect(countBy(scored.map(groupOf))).toEqual({
      champions: 434,
      loyal: 430,
      active: 144,
      needs_attention: 76,
      previously_loyal: 10,
      at_risk: 168,
      almost_lost: 320,
      dormant: 775,
    });
  });
});

function readCustomers(): { recency: number; frequency: number; monetary: number }[] {
  const today = toDay("1998-07-01");
  const byCustomer = new Map<string, { recency: number; frequency: number; monetary: number }>();
  for (const line of readFileSync(CDNOW, "utf8").trim().split("\n")) {
    const [, id = "", date = "", , dollars = ""] = line.trim().split(/\s+/);
    const day = toDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
    const known = byCustomer.get(id) ?? { recency: -Infinity, frequency: 0, monetary: 0 };
    byCustomer.set(id, {
      recency: Math.max(known.recency, -daysBetween(day, today)),
      frequency: known.frequency + 1,
      monetary: known.monetary + Math.round(Number(dollars) * 100),
    });
  }
  return [...byCustomer.values()];
}

function countBy(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
