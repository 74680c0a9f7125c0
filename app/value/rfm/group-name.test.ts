import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#app/platform/language.ts";
import { GROUP_KEYS, toGroupKey } from "./group-key.ts";
import { groupName } from "./group-name.ts";

describe("groupName", () => {
  it.each([
    ["at_risk", "At risk", "有流失风险"],
    ["rf_at_risk", "At risk (R×F)", "有流失风险（R×F）"],
    ["重要价值客户", "Important, valuable (重要价值客户)", "重要价值客户"],
    ["r5_fm4", "Recency 5, frequency and money 4", "最近购买 5，频率与金额 4"],
    ["543", "Cell 543", "单元格 543"],
  ] as const)("of %s", (key, english, chinese) => {
    expect(groupName(key, "en")).toBe(english);
    expect(groupName(key, "zh-CN")).toBe(chinese);
  });

  it.each(LANGUAGES)("names no two groups alike (%s)", (language) => {
    const names = GROUP_KEYS.map((key) => groupName(key, language));
    expect(new Set(names).size).toBe(11 + 10 + 8 + 25 + 125);
  });
});

describe("toGroupKey", () => {
  it("knows keys and nothing else", () => {
    expect(GROUP_KEYS.map(toGroupKey)).toEqual(GROUP_KEYS);
    expect(toGroupKey("556")).toBeUndefined();
  });
});
