import { expect, it } from "vitest";
import { sumInterval } from "./sum-interval.ts";

it.each([
  ["as far either way in proportion", 10_000, 0.1, { lowMinor: 8_797, highMinor: 11_367 }],
  ["wider without a test", 10_000, undefined, { lowMinor: 6_808, highMinor: 14_689 }],
  ["nothing of nothing", 0, 1, { lowMinor: 0, highMinor: 0 }],
])("%s", (_, minor, spread, expected) => expect(sumInterval(minor, spread)).toEqual(expected));
