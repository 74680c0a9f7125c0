import { expect, it } from "vitest";
import { holdoutOf } from "./holdout.ts";

it("compares what was expected with what was done (by hand)", () => {
  expect(holdoutOf([1, 2, 3], [0, 2, 2])).toEqual({
    sum: 6,
    actual: 4,
    bias: 0.5,
    mae: 2 / 3,
    rmse: Math.sqrt(2 / 3),
  });
  expect(holdoutOf([1], [0]).bias).toBe(0);
});
