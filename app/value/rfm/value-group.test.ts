import { describe, expect, it } from "vitest";
import { valueGroupOf } from "./value-group.ts";

describe("valueGroupOf", () => {
  it.each([
    ["near", "often", "much", "重要价值客户"],
    ["near", "seldom", "much", "重要发展客户"],
    ["far", "often", "much", "重要保持客户"],
    ["far", "seldom", "much", "重要挽留客户"],
    ["near", "often", "little", "一般价值客户"],
    ["near", "seldom", "little", "一般发展客户"],
    ["far", "often", "little", "一般保持客户"],
    ["far", "seldom", "little", "一般挽留客户"],
  ])("of one who bought %s, %s and %s (the usual table of the eight) is %s", (r, f, m, group) => {
    const above = { recency: r === "near", frequency: f === "often", monetary: m === "much" };
    expect(valueGroupOf(above)).toBe(group);
  });
});
