import { expect, it } from "vitest";
import { toDay } from "#app/platform/time.ts";
import { trackWeeks } from "./tracking.ts";

it("sums up what is expected of each customer from the first purchase on, week by week", () => {
  const repeats = new Map([
    [-6, 1],
    [0, 2],
    [1, 4],
    [8, 8],
  ]);
  // One customer came 10 days before, two on the day itself; each is expected to buy a tenth a day.
  const weeks = trackWeeks(toDay("2026-03-15"), [10, 0, 0], repeats, 14, (days) => days / 10);
  expect(weeks.map(({ until, made }) => [until, made])).toEqual([
    ["2026-03-08", 0],
    ["2026-03-15", 3],
    ["2026-03-22", 4],
    ["2026-03-29", 8],
  ]);
  const expected = [0.3, 0.7, 2.1, 2.1];
  weeks.forEach((week, index) => expect(week.expected).toBeCloseTo(expected[index] ?? NaN, 9));
});
