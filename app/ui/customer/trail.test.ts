import { describe, expect, it } from "vitest";
import type { TrailRow } from "#app/insights/customer.server.ts";
import { nextLeaving, progressPercent } from "./trail.ts";

function row(name: string, leaves: string, contributionMinor: number): TrailRow {
  return {
    orderId: name,
    name,
    day: "2026-01-01",
    leaves,
    grossMinor: 5000,
    refunds: [],
    contributionMinor,
    counts: contributionMinor > 0,
  };
}

describe("nextLeaving", () => {
  it.each([
    ["nothing without orders", [], null],
    ["nothing where none counts", [row("#1", "2026-01-01", 0)], null],
    [
      "the earliest, not the first in the list",
      [row("#3", "2027-03-01", 700), row("#2", "2027-01-09", 500), row("#1", "2026-01-01", 0)],
      { day: "2027-01-09", orders: ["#2"], minor: 500 },
    ],
    [
      "all of one day together",
      [row("#3", "2027-01-09", 700), row("#2", "2027-01-09", 500)],
      { day: "2027-01-09", orders: ["#3", "#2"], minor: 1200 },
    ],
  ])("is %s", (_, trail, leaving) => {
    expect(nextLeaving(trail)).toEqual(leaving);
  });
});

describe("progressPercent", () => {
  const towards = (neededMinor: number) => ({
    next: "Gold",
    neededMinor,
    missingMinor: 1,
    by: null,
    benefits: [],
  });

  it.each([
    [0, towards(30_000), 0],
    [24_240, towards(30_000), 80],
    [29_999, towards(30_000), 99],
    [95_000, null, 100],
  ])("of %i towards %j is %i", (spendMinor, progress, percent) => {
    expect(progressPercent({ spendMinor, progress })).toBe(percent);
  });
});
