import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBy, hasCdnow, readCdnowCustomers } from "../../../tests/support/cdnow-customers.ts";
import { CUT_METHODS, type CutMethod } from "./cut-methods.ts";
import { RFM_GROUPS } from "./group.ts";
import { RF_GROUPS, rfGroupOf } from "./rf-group.ts";
import { toScore, type Score, type ScoreCount } from "./score.ts";
import {
  cutCustomers,
  scoreCustomers,
  type CustomerFigures,
  type ScoredCustomer,
} from "./score-customers.ts";

/** Counts by an independent computation of the same sample in Python. */
describe.skipIf(!hasCdnow)("on the CDNOW sample (left out where ../shared/data is missing)", () => {
  const customers = readCdnowCustomers();
  const scored = scoreBy(customers, "quantile", 5);

  it.each([
    ["recency", { 1: 482, 2: 471, 3: 463, 4: 470, 5: 471 }],
    ["frequency", { 1: 1205, 3: 406, 4: 358, 5: 388 }],
    ["monetary", { 1: 481, 2: 462, 3: 472, 4: 471, 5: 471 }],
  ] as const)("scores %s as the reference's fair fifths", (metric, expected) => {
    expect(countBy(scored.map(({ scores }) => scores[metric]))).toEqual(expected);
  });

  it("has Shopify's groups as the reference's shopify_group_fair", () => {
    expect(countBy(scored.map(({ groups }) => groups.shopify))).toEqual({
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

  it("has the ten groups as the reference's segment10, given its scores (ties by order of the file)", () => {
    const recency = pandasFifths(customers.map((each) => each.recencyDays)).map((fifth) =>
      toScore(6 - fifth),
    );
    const frequency = pandasFifths(ranksOfFirst(customers.map((each) => each.frequency)));
    const groups = recency.map((score, index) =>
      rfGroupOf({ recency: score, frequency: frequency[index] ?? 1 }),
    );
    expect(countBy(groups)).toEqual({
      champions: 449,
      loyal_customers: 470,
      potential_loyalists: 107,
      need_attention: 297,
      about_to_sleep: 97,
      at_risk: 88,
      cant_lose: 3,
      hibernating: 846,
    });
  });

  it.each(CUT_METHODS)("has the eight groups as the reference's cn8_mean by %s too", (method) => {
    const groups = scoreBy(customers, method, 3).map(({ groups: { value } }) => value);
    expect(countBy(groups)).toEqual({
      重要价值客户: 465,
      重要发展客户: 29,
      重要保持客户: 40,
      重要挽留客户: 59,
      一般价值客户: 189,
      一般发展客户: 160,
      一般保持客户: 52,
      一般挽留客户: 1363,
    });
  });
});

describe("scoreCustomers", () => {
  const figures = fc.record({
    id: fc.uuid(),
    recencyDays: fc.integer({ min: 0, max: 60 }),
    frequency: fc.integer({ min: 1, max: 9 }),
    netMinor: fc.integer({ min: 0, max: 500 }),
  });
  const customers = fc.array(figures, { minLength: 1, maxLength: 60 });
  const method = fc.constantFrom(...CUT_METHODS);
  const count = fc.constantFrom<ScoreCount>(3, 4, 5);

  it("keeps every customer and figure, with one group of each grouping", () => {
    fc.assert(
      fc.property(customers, method, count, (given, by, n) => {
        const scored = scoreBy(given, by, n);
        expect(scored.map((each) => each.figures)).toEqual(given);
        for (const { groups, scores } of scored) {
          expect(RFM_GROUPS).toContain(groups.shopify);
          expect(RF_GROUPS.map(({ group }) => group)).toContain(groups.rf);
          expect(groups.value).toMatch(/^(重要|一般)(价值|发展|保持|挽留)客户$/);
          expect(groups.cell).toBe(Object.values(scores).join(""));
        }
      }),
    );
  });

  it("scores equal figures equally and better ones never worse", () => {
    fc.assert(
      fc.property(customers, method, count, (given, by, n) => {
        const scored = scoreBy(given, by, n);
        for (const a of scored) {
          for (const b of scored) {
            if (a.figures.recencyDays <= b.figures.recencyDays) {
              expect(a.scores.recency).toBeGreaterThanOrEqual(b.scores.recency);
            }
            if (a.figures.frequency >= b.figures.frequency) {
              expect(a.scores.frequency).toBeGreaterThanOrEqual(b.scores.frequency);
            }
            if (a.figures.netMinor >= b.figures.netMinor) {
              expect(a.scores.monetary).toBeGreaterThanOrEqual(b.scores.monetary);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("makes groups of five scores whatever the count", () => {
    fc.assert(
      fc.property(customers, method, count, (given, by, n) => {
        const named = (of: ScoreCount): string[] =>
          scoreBy(given, by, of).map(({ groups: { shopify, rf, value } }) => [shopify, rf, value].join());
        expect(named(n)).toEqual(named(5));
      }),
    );
  });
});

function scoreBy(customers: CustomerFigures[], method: CutMethod, count: ScoreCount): ScoredCustomer[] {
  return scoreCustomers(
    customers,
    cutCustomers(customers, method, count),
    cutCustomers(customers, method, 5),
  );
}

/** Fifths as pandas' qcut: cut at interpolated quantiles, a value on a cut in the lower one. */
function pandasFifths(values: readonly number[]): Score[] {
  const sorted = values.toSorted((a, b) => a - b);
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? 0;
    return below + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - below);
  });
  return values.map((value) => toScore(1 + cuts.filter((cut) => cut < value).length));
}

/** Ranks from 1, equal values in the order in which they stand. */
function ranksOfFirst(values: readonly number[]): number[] {
  const ranks: number[] = [];
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  for (const [rank, index] of order.entries()) ranks[index] = rank + 1;
  return ranks;
}
