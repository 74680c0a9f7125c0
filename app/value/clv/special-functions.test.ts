import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { digamma, logGamma } from "./special-functions.ts";

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
