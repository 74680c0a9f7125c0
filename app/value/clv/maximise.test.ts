import { describe, expect, it } from "vitest";
import { maximise } from "./maximise.ts";

describe("maximise", () => {
  it("climbs Rosenbrock's valley upside down to its top at (1, 1)", () => {
    const { at, value, largestGradient } = maximise(
      ([x = 0, y = 0]) => ({
        value: -((1 - x) ** 2) - 100 * (y - x * x) ** 2,
        gradient: [2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)],
      }),
      [-1.2, 1],
    );
    expect(at[0]).toBeCloseTo(1, 10);
    expect(at[1]).toBeCloseTo(1, 10);
    expect(value).toBeCloseTo(0, 12);
    expect(largestGradient).toBeLessThan(1e-9);
  });

  it("steps back from where there is no value", () => {
    const { at } = maximise(([x = 0]) => ({ value: Math.log(x) - x, gradient: [1 / x - 1] }), [0.05]);
    expect(at[0]).toBeCloseTo(1, 12);
  });
});
