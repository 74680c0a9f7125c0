import { describe, expect, it } from "vitest";
import { isUsualScheme, schemeSchema } from "./score-scheme.ts";
import { checkSettings } from "./settings.ts";

const ever = (...limits: number[]) => ({ windowDays: null, limits });

describe("a scheme of scoring", () => {
  it.each([
    ["nothing chosen", {}, true],
    ["quarters", { scores: 4 }, false],
    ["by the mean", { method: "mean" }, false],
    ["without recency", { recency: null }, false],
    ["money of a year", { monetary: { windowDays: 365 } }, false],
  ])("is the usual one or not: %s", (_, given, usual) => {
    expect(isUsualScheme(schemeSchema.parse(given))).toBe(usual);
  });

  it.each([
    ["no metric", { recency: null, frequency: null, monetary: null }, ["rfm scheme_empty"]],
    [
      "limits too few",
      { method: "fixed", frequency: ever(2, 3, 4), recency: null, monetary: null },
      ["rfm.frequency.limits limits_missing"],
    ],
    [
      "limits of three scores",
      { method: "fixed", scores: 3, frequency: ever(2, 3), recency: null, monetary: null },
      [],
    ],
    [
      "a limit that is no whole number",
      { method: "fixed", scores: 3, frequency: ever(2, 2.5), recency: null, monetary: null },
      ["rfm.frequency.limits limits_missing"],
    ],
    [
      "equal limits",
      { method: "fixed", scores: 3, monetary: ever(500, 500), recency: null, frequency: null },
      ["rfm.monetary.limits limits_unordered"],
    ],
    [
      "more days for a better score",
      { method: "fixed", scores: 3, recency: ever(30, 60), frequency: null, monetary: null },
      ["rfm.recency.limits limits_unordered"],
    ],
    [
      "fewer days for a better score",
      { method: "fixed", scores: 3, recency: ever(60, 0), frequency: null, monetary: null },
      [],
    ],
    [
      "days that the window does not reach",
      {
        method: "fixed",
        scores: 3,
        recency: { windowDays: 90, limits: [90, 30] },
        frequency: null,
        monetary: null,
      },
      ["rfm.recency.limits limits_outside"],
    ],
    ["limits where none are looked at", { method: "mean", frequency: ever(1) }, []],
    [
      "a window of no such length",
      { frequency: { windowDays: 31 } },
      ["rfm.frequency.windowDays unreadable"],
    ],
  ])("says what is wrong and where: %s", (_, rfm, problems) => {
    const checked = checkSettings({ rfm });
    expect(checked.ok ? [] : checked.error.map(({ setting, code }) => `${setting} ${code}`)).toEqual(
      problems,
    );
  });
});
