import { expect, it } from "vitest";
import { toDay } from "#app/platform/time.ts";
import { monthsAfter, monthsFrom } from "./months.ts";

const of = (first: string, today: string) => monthsFrom(toDay(first), toDay(today));

it.each([
  ["2026-11-30", "2026-11-30", ["2026-11"], 0],
  ["2026-10-31", "2026-11-01", ["2026-10", "2026-11"], 0],
  ["2025-12-15", "2026-02-01", ["2025-12", "2026-01", "2026-02"], 0],
])("the months from %s to %s", (first, today, months, leftOut) => {
  expect(of(first, today).months.map(({ month }) => month)).toEqual(months);
  expect(of(first, today).leftOut).toBe(leftOut);
});

it("of twenty years are the last two, each from its first to its last day", () => {
  const { months, leftOut } = of("2006-11-24", "2026-11-24");
  expect(months).toHaveLength(24);
  expect(leftOut).toBe(217);
  expect(months[0]).toEqual({ month: "2024-12", from: "2024-12-01", until: "2024-12-31" });
  expect(months[14]).toEqual({ month: "2026-02", from: "2026-02-01", until: "2026-02-28" });
});

it("of a shop without a purchase are none", () => {
  expect(monthsFrom(null, toDay("2026-11-24"))).toEqual({ months: [], leftOut: 0 });
});

it("after the current one go on over the year", () => {
  expect(monthsAfter(toDay("2026-11-24"), 3).map(({ until }) => until)).toEqual([
    "2026-11-30",
    "2026-12-31",
    "2027-01-31",
    "2027-02-28",
  ]);
});
