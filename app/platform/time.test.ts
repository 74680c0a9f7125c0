import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateToDay, dayOf, daysBetween, dayToDate, startOfDay, toDay } from "./time.ts";

describe("dayOf", () => {
  it.each([
    ["2026-03-29T00:30:00Z", "Europe/London", "2026-03-29"],
    ["2026-06-01T23:30:00Z", "Europe/London", "2026-06-02"],
    ["2026-11-24T04:59:00Z", "America/New_York", "2026-11-23"],
    ["2026-11-24T15:00:00Z", "Asia/Tokyo", "2026-11-25"],
  ])("puts %s in %s on %s", (instant, timeZone, day) => {
    expect(dayOf(new Date(instant), timeZone)).toBe(day);
  });
});

describe("startOfDay", () => {
  it.each([
    ["2026-03-29", "Europe/London", "2026-03-29T00:00:00.000Z"],
    ["2026-03-30", "Europe/London", "2026-03-29T23:00:00.000Z"],
    ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
  ])("is the first instant of %s in %s", (day, timeZone, instant) => {
    expect(startOfDay(toDay(day), timeZone).toISOString()).toBe(instant);
  });
});

describe("calendar arithmetic", () => {
  it.each([
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-11-24", -12, "2025-11-24"],
  ])("adds to %s %i months", (day, months, expected) => {
    expect(addMonths(toDay(day), months)).toBe(expected);
  });

  it("counts days across a change of clocks", () => {
    expect(daysBetween(toDay("2026-03-28"), toDay("2026-03-30"))).toBe(2);
    expect(addDays(toDay("2026-03-28"), 2)).toBe("2026-03-30");
  });

  it("keeps a day through a date column", () => {
    expect(dateToDay(dayToDate(toDay("2026-11-24")))).toBe("2026-11-24");
  });

  it.each(["2026-13-01", "2026-02-30", "24.11.2026", ""])("refuses %j", (text) => {
    expect(() => toDay(text)).toThrow(RangeError);
  });
});
