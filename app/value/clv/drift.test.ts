import { describe, expect, it } from "vitest";
import { toDay } from "#app/platform/time.ts";
import { hasDrifted } from "./drift.ts";
import { refitDue } from "./refit-due.ts";

const ahead = { days: 28, purchases: 400, variance: 400 };

describe("hasDrifted", () => {
  it.each([
    ["as expected", 14, 200, false],
    ["a third less than expected", 14, 130, true],
    ["a third more than expected", 14, 270, true],
    ["not within the first week", 6, 0, false],
    ["beyond chance, but by less than a fifth", 28, 335, false],
    ["by half, which chance explains where little was expected", 7, 70, false],
  ])("%s", (_, days, made, expected) => expect(hasDrifted(ahead, days, made)).toBe(expected));

  it("leaves few purchases to chance", () => {
    expect(hasDrifted({ days: 28, purchases: 4, variance: 4 }, 28, 0)).toBe(false);
  });
});

describe("refitDue", () => {
  const rule = { countTax: true, countShipping: true };
  const model = { day: toDay("2026-01-31"), rule, ahead };
  it.each([
    ["there is none", null, "2026-02-01", 0, "none"],
    ["it holds", model, "2026-02-15", 200, null],
    ["money counts otherwise", { ...model, rule: { ...rule, countTax: false } }, "2026-02-01", 0, "money"],
    ["a month has passed", model, "2026-02-28", 385, "month"],
    ["it has drifted", model, "2026-02-15", 20, "drift"],
    ["there was too little to learn from, yesterday", { ...model, ahead: null }, "2026-02-01", 0, "thin"],
    ["there was too little to learn from, today", { ...model, ahead: null }, "2026-01-31", 0, null],
  ])("%s", (_, known, today, made, expected) => {
    expect(refitDue(known, rule, toDay(today), made)).toBe(expected);
  });
});
