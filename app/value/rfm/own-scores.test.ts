import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemeSchema, SCORE_METHODS, SCORE_WINDOWS } from "#app/platform/score-scheme.ts";
import { addDays, toDay } from "#app/platform/time.ts";
import { ownScores, type DatedPurchase } from "./own-scores.ts";

const today = toDay("2026-03-29");
const ago = (days: number, netMinor = 1_000): DatedPurchase => ({ day: addDays(today, -days), netMinor });
const only = { recency: null, frequency: null, monetary: null };

describe("ownScores", () => {
  it.each([
    [
      "a window reaches up to and with today",
      { ...only, frequency: { windowDays: 30 } },
      [[ago(30)], [ago(29)], [ago(0), ago(1)]],
      "frequency",
      [1, 1, 2],
    ],
    [
      "who has nothing in the window does not move the cuts",
      { ...only, monetary: { windowDays: 60 } },
      [[ago(90, 9_000)], [ago(9, 10)], [ago(9, 20)]],
      "monetary",
      [1, 1, 2],
    ],
    [
      "recency within 90 days",
      { ...only, recency: { windowDays: 90 } },
      [[ago(200)], [ago(80)], [ago(3), ago(400)]],
      "recency",
      [1, 1, 2],
    ],
    ["a metric left out", { ...only, recency: {} }, [[ago(1)]], "monetary", [null]],
    [
      "above the mean",
      { ...only, method: "mean", frequency: {} },
      [[ago(1)], [ago(1), ago(2), ago(3)]],
      "frequency",
      [1, 3],
    ],
    [
      "by the money of its window",
      { ...only, method: "pareto", frequency: {}, monetary: { windowDays: 30 } },
      [[ago(1, 50), ago(2, 50)], [ago(50, 900)]],
      "frequency",
      [3, 1],
    ],
    [
      "at fixed days",
      { ...only, method: "fixed", recency: { limits: [60, 7] } },
      [[ago(61)], [ago(60)], [ago(8)], [ago(7)]],
      "recency",
      [1, 2, 2, 3],
    ],
  ] as const)("%s (by the definition)", (_, given, customers, metric, expected) => {
    const scheme = schemeSchema.parse({ scores: 3, ...given });
    expect(ownScores(customers, scheme, today).map((each) => each[metric])).toEqual(expected);
  });

  it("scores each metric from 1 to the count, equal customers equally", () => {
    const purchases = fc.array(
      fc.record({ days: fc.integer({ min: 0, max: 800 }), netMinor: fc.integer({ min: 0, max: 99 }) }),
      { minLength: 1, maxLength: 4 },
    );
    const metric = fc.record({ windowDays: fc.constantFrom(...SCORE_WINDOWS) });
    const methods = fc.constantFrom(...SCORE_METHODS.filter((method) => method !== "fixed"));
    fc.assert(
      fc.property(
        fc.array(purchases, { minLength: 1, maxLength: 12 }),
        fc.record({
          method: methods,
          scores: fc.constantFrom(3, 4, 5),
          recency: metric,
          frequency: metric,
          monetary: metric,
        }),
        (drawn, given) => {
          const scheme = schemeSchema.parse(given);
          const customers = drawn.map((own) => own.map(({ days, netMinor }) => ago(days, netMinor)));
          const scores = ownScores([...customers, ...customers], scheme, today);
          expect(scores.slice(customers.length)).toEqual(scores.slice(0, customers.length));
          for (const score of scores.flatMap((each) => Object.values(each))) {
            expect(score).toBeGreaterThanOrEqual(1);
            expect(score).toBeLessThanOrEqual(scheme.scores);
          }
        },
      ),
    );
  });
});
