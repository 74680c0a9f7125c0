import { describe, expect, it } from "vitest";
import { dayNumber, dayText, instantText, monthsBefore, zoneClock } from "./zone.ts";

describe("days", () => {
  it.each([
    ["1970-01-01", 0],
    ["2026-11-24", 20_781],
  ])("%s has the number %d", (text, number) => {
    expect(dayNumber(text)).toBe(number);
    expect(dayText(number)).toBe(text);
  });

  it.each([
    ["2026-11-24", 24, "2024-11-24"],
    ["2026-01-31", 2, "2025-11-30"],
    ["2026-03-31", 1, "2026-02-28"],
    ["2024-02-29", 24, "2022-02-28"],
  ])("the day %s less %d months is %s", (day, months, before) => {
    expect(monthsBefore(day, months)).toBe(before);
  });
});

describe("zoneClock", () => {
  it.each([
    ["Europe/London", "2026-01-15", 9, "2026-01-15T09:00:00Z"],
    ["Europe/London", "2026-07-15", 9, "2026-07-15T08:00:00Z"],
    ["Asia/Kolkata", "2026-07-15", 9, "2026-07-15T03:30:00Z"],
    ["America/New_York", "2026-01-15", 20, "2026-01-16T01:00:00Z"],
    ["UTC", "2026-01-15", 0, "2026-01-15T00:00:00Z"],
  ])("in %s the day %s at %d o'clock is %s", (zone, day, hour, instant) => {
    expect(instantText(zoneClock(zone)(dayNumber(day), hour * 3600))).toBe(instant);
  });
});
