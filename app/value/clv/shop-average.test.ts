import { expect, it } from "vitest";
import { shopAverage } from "./shop-average.ts";

it.each([
  // 10 repeat purchases in 3,650 days of watching are one a year, at 2,000; a tenth of geometric ones make 5 or more
  // at the rate of 11 + 1.28 √11 in ten years.
  [
    { repeats: 10, ageDays: 3_650, purchases: 30, netMinor: 60_000 },
    { purchases: 1, spendMinor: 2_000, highMinor: 8_000 },
  ],
  [
    { repeats: 0, ageDays: 365, purchases: 5, netMinor: 10_000 },
    { purchases: 0, spendMinor: 0, highMinor: 12_000 },
  ],
  [{ repeats: 0, ageDays: 0, purchases: 3, netMinor: 10_000 }, null],
])("%j", (totals, expected) => expect(shopAverage(totals)).toEqual(expected));
