import { describe, expect, it } from "vitest";
import { checkSettings, rulesDiffer, settingsSchema, worthDiffers } from "./settings.ts";

const defaults = settingsSchema.parse({});

describe("settings", () => {
  it("are all there when nothing was ever chosen", () => {
    expect(defaults).toEqual({
      countTax: true,
      countShipping: true,
      tierTagPrefix: "tier:",
      rfmTags: true,
      rfmTagPrefix: "rfm:",
      rfm: {
        method: "quantile",
        scores: 5,
        recency: { windowDays: null, limits: [] },
        frequency: { windowDays: null, limits: [] },
        monetary: { windowDays: null, limits: [] },
      },
      writeBack: "automatic",
      grossMargin: 1,
      yearlyDiscount: 0.1,
    });
  });

  it.each([
    [{ tierTagPrefix: "" }, "tierTagPrefix", "prefix_missing"],
    [{ tierTagPrefix: "x".repeat(41) }, "tierTagPrefix", "prefix_too_long"],
    [{ rfmTagPrefix: "a,b" }, "rfmTagPrefix", "prefix_unfit"],
    [{ rfmTagPrefix: " rfm:" }, "rfmTagPrefix", "prefix_unfit"],
    [{ rfmTagPrefix: "Tier:" }, "rfmTagPrefix", "prefix_taken"],
    [{ grossMargin: 1.01 }, "grossMargin", "margin_range"],
    [{ grossMargin: NaN }, "grossMargin", "margin_range"],
    [{ yearlyDiscount: -0.1 }, "yearlyDiscount", "discount_range"],
    [{ countTax: "yes" }, "countTax", "unreadable"],
    ["nonsense", "", "unreadable"],
  ])("%j are refused for %s: %s", (input, setting, code) => {
    expect(checkSettings(input)).toEqual({ ok: false, error: [{ code, setting }] });
  });

  it.each([
    [{ countTax: false }, true],
    [{ countShipping: false }, true],
    [{ tierTagPrefix: "vip:" }, true],
    [{ rfmTags: false }, true],
    [{ rfmTagPrefix: "group:" }, true],
    [{ writeBack: "reviewed" as const }, false],
    [{ grossMargin: 0.5 }, false],
    [{}, false],
  ])("changed by %j have other standings or tags: %s", (patch, differ) => {
    expect(rulesDiffer(defaults, { ...defaults, ...patch })).toBe(differ);
  });

  it.each([
    [{ grossMargin: 0.5 }, true],
    [{ yearlyDiscount: 0 }, true],
    [{ countTax: false }, false],
  ])("changed by %j have predictions of other worth: %s", (patch, differ) => {
    expect(worthDiffers(defaults, { ...defaults, ...patch })).toBe(differ);
  });
});
