import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { digamma, logGamma, normalBelow, trigamma } from "./special-functions.ts";

const table = z.array(z.tuple([z.coerce.number(), z.coerce.number()]));

// mpmath 1.2.1 with 40 digits, from 1e-8 to 1e8.
const values = z
  .object({ lgamma: table, digamma: table })
  .parse(JSON.parse(readFileSync("tests/fixtures/clv/special-functions.json", "utf8")));

const within = (actual: number, expected: number): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(expected)));

describe("special functions (mpmath)", () => {
  it.each(values.lgamma)("logGamma(%s) is %s", (x, expected) => within(logGamma(x), expected));

  it.each(values.digamma)("digamma(%s) is %s", (x, expected) => within(digamma(x), expected));
});

describe("trigamma and the normal distribution", () => {
  it.each([
    // Abramowitz & Stegun 1964, 6.4.3 and 6.4.4.
    [1, Math.PI ** 2 / 6],
    [0.5, Math.PI ** 2 / 2],
    [1.5, Math.PI ** 2 / 2 - 4],
    [10, Math.PI ** 2 / 6 - 1.5397677311665408],
  ])("trigamma of %s", (x, value) => expect(trigamma(x)).toBeCloseTo(value, 10));

  it.each([
    // Abramowitz & Stegun 1964, table 26.1.
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.2815515655446004, 0.1],
    [3, 0.9986501019683699],
  ])("below %s", (z, value) => expect(normalBelow(z)).toBeCloseTo(value, 6));
});
