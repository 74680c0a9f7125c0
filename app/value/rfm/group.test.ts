import { describe, expect, it } from "vitest";
import { groupOf, RFM_GROUPS, type RfmScores } from "./group.ts";

const SCORES = [1, 2, 3, 4, 5] as const;

describe("groupOf", () => {
  it.each([
    [5, 5, 5, "champions"],
    [5, 3, 4, "champions"],
    [5, 1, 1, "new"],
    [5, 1, 2, "active"],
    [4, 1, 1, "promising"],
    [4, 3, 3, "active"],
    [4, 5, 5, "loyal"],
    [3, 5, 2, "loyal"],
    [3, 3, 3, "needs_attention"],
    [3, 1, 3, "almost_lost"],
    [2, 4, 5, "previously_loyal"],
    [1, 4, 4, "at_risk"],
    [2, 2, 3, "at_risk"],
    [1, 2, 2, "dormant"],
  ] as const)("of recency %i, frequency %i, monetary %i is %s", (recency, frequency, monetary, group) => {
    expect(groupOf({ recency, frequency, monetary })).toBe(group);
  });

  it("is prospects without a purchase", () => {
    expect(groupOf(null)).toBe("prospects");
  });

  it("uses all eleven groups", () => {
    const every: RfmScores[] = SCORES.flatMap((recency) =>
      SCORES.flatMap((frequency) => SCORES.map((monetary) => ({ recency, frequency, monetary }))),
    );
    expect(new Set([...every, null].map(groupOf))).toEqual(new Set(RFM_GROUPS));
  });
});
