import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classLimits, classOf } from "./clv-class.ts";

const classes = (values: readonly number[]) => {
  const limits = classLimits(values);
  return values.map((value) => classOf(limits, value)[0]).join("");
};

describe("CLV classes", () => {
  it.each([
    ["60 of 100 are the first", [60, 30, 10], "hml"],
    ["who reaches 60 % is in", [50, 30, 15, 5], "hhml"],
    ["59 % are not enough: the second is high as well", [59, 31, 10], "hhl"],
    ["equal values are of one class, the higher", [25, 25, 25, 25], "hhhh"],
    ["ties at the second limit", [60, 20, 10, 10], "hmmm"],
    ["in any order", [10, 60, 30], "lhm"],
    ["who is worth nothing is low", [100, 0, 0], "hll"],
    ["nobody is worth anything", [0, 0], "ll"],
    ["nobody", [], ""],
  ])("%s", (_, values, expected) => expect(classes(values)).toBe(expected));

  it("high ones hold 60 % of all value, and would not without the least of them", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (values) => {
        const limits = classLimits(values);
        const high = values.filter((value) => classOf(limits, value) === "high");
        const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 0);
        const total = sum(values);
        expect(sum(high)).toBeGreaterThanOrEqual(0.6 * total);
        const least = Math.min(...high);
        if (total > 0) expect(sum(high.filter((value) => value > least))).toBeLessThan(0.6 * total);
      }),
    );
  });
});
