import { describe, expect, it } from "vitest";
import { schemeSchema, SCORE_COUNTS, SCORE_METHODS } from "#app/platform/score-scheme.ts";
import { withLimits } from "./scheme-form.ts";

const usual = schemeSchema.parse({});

describe("withLimits", () => {
  it("starts fixed values from usable ones, the best of them where fewer are needed", () => {
    expect(withLimits({ ...usual, method: "fixed", scores: 3, recency: null }, 100)).toMatchObject({
      recency: null,
      frequency: { limits: [5, 10] },
      monetary: { limits: [25_000, 50_000] },
    });
  });

  it("keeps what was typed, as long as there are as many", () => {
    const typed = {
      ...usual,
      method: "fixed" as const,
      scores: 3 as const,
      frequency: { windowDays: null, limits: [7, 9] },
    };
    expect(withLimits(typed, 100).frequency?.limits).toEqual([7, 9]);
    expect(withLimits({ ...typed, scores: 4 }, 100).frequency?.limits).toEqual([3, 5, 10]);
  });

  it.each(SCORE_METHODS.flatMap((method) => SCORE_COUNTS.map((scores) => [method, scores] as const)))(
    "makes a scheme that can be kept, by %s with %i scores",
    (method, scores) => {
      expect(schemeSchema.safeParse(withLimits({ ...usual, method, scores }, 100)).success).toBe(true);
    },
  );
});
