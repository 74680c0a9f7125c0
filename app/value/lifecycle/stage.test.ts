import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, toDay, type Day } from "#app/platform/time.ts";
import { rhythmOfLimits } from "../../../tests/support/rhythms.ts";
import { nextChange, stageOn, stageReasonSchema, type Life } from "./stage.ts";

/** After the first purchase 100 and 200 days, after the second 60 and 120, later 40 and 80; usual are 25, 15, 10. */
const rhythm = rhythmOfLimits([100, 60, 40]);
const joined = toDay("2025-01-01");
const onDay = (offset: number): Day => addDays(joined, offset);

function life(offsets: readonly number[], rest: Partial<Life> = {}): Life {
  return { joined, days: offsets.map(onDay), alive: null, warned: null, ...rest };
}

describe("stageOn", () => {
  it.each([
    ["nobody who never bought", [], 500, "prospect", 0, null],
    ["the first day of purchase", [10], 10, "new", 10, "prospect"],
    ["the last quiet day", [10], 110, "new", 10, "prospect"],
    ["a day later", [10], 111, "slipping", 111, "new"],
    ["the last day before lapsing", [10], 210, "slipping", 111, "new"],
    ["lapsing", [10], 211, "lapsed", 211, "slipping"],
    ["a second purchase", [10, 50], 60, "growing", 50, "new"],
    ["a second one after slipping", [10, 150], 160, "growing", 150, "slipping"],
    ["a second one after lapsing", [10, 300], 310, "won_back", 300, "lapsed"],
    ["a second one on the day of slipping: she never slipped", [10, 111], 111, "growing", 111, "new"],
    ["a second one on the day of lapsing: she had slipped", [10, 211], 211, "growing", 211, "slipping"],
    ["a third one in rhythm: growing since the second", [10, 50, 80], 90, "growing", 50, "new"],
    ["a third one after being won back", [10, 300, 310], 320, "growing", 310, "won_back"],
    ["won back twice", [10, 300, 500], 510, "won_back", 500, "lapsed"],
    ["won back, then slipping", [10, 300], 361, "slipping", 361, "won_back"],
    ["the fourth makes loyal", [10, 20, 30, 40], 50, "loyal", 40, "growing"],
    ["loyal since the fourth", [10, 20, 30, 40, 70], 75, "loyal", 40, "growing"],
    ["loyal again after slipping", [10, 20, 30, 40, 90], 95, "loyal", 90, "slipping"],
    [
      "loyal only after another purchase when won back",
      [10, 20, 30, 40, 130],
      135,
      "won_back",
      130,
      "lapsed",
    ],
    ["the limit follows the number of purchases", [10, 20, 30], 71, "slipping", 71, "growing"],
    ["purchases after the day don't exist yet", [10, 20, 90], 15, "new", 10, "prospect"],
  ] as const)("%s: %j on day %i is %s since %i, before %s", (_name, days, today, stage, since, previous) => {
    expect(stageOn(life(days), rhythm, onDay(today))).toMatchObject({
      stage,
      since: onDay(since),
      previous,
    });
  });

  it("says why", () => {
    expect(stageOn(life([10, 300]), rhythm, onDay(310)).reason).toEqual({
      code: "came_back",
      lastDay: onDay(300),
      gapDays: 290,
      limitDays: 200,
    });
    expect(stageOn(life([10, 20]), rhythm, onDay(30)).reason).toEqual({
      code: "in_rhythm",
      lastDay: onDay(20),
      purchaseDays: 2,
      loyalFrom: 4,
    });
    expect(stageOn(life([10]), rhythm, onDay(111)).reason).toEqual({
      code: "silent",
      lastDay: onDay(10),
      limitDays: 100,
    });
  });

  it.each([
    ["low, silent for longer than usual", [10, 20], 36, 0.499, "slipping"],
    ["low, not silent for longer than usual", [10, 20], 35, 0.1, "growing"],
    ["as likely as not", [10, 20], 51, 0.5, "growing"],
    ["no pace of her own yet", [10], 100, 0.1, "new"],
    ["no model", [10, 20], 51, null, "growing"],
    ["high, but silent for too long", [10, 20], 81, 0.9, "slipping"],
    ["low, and silent for very long", [10, 20], 141, 0.1, "lapsed"],
  ] as const)("P(alive) %s: %j on day %i with %d is %s", (_name, days, today, alive, stage) => {
    expect(stageOn(life(days, { alive }), rhythm, onDay(today)).stage).toBe(stage);
  });

  it("keeps the day of an early warning while it stands, not beyond the next purchase", () => {
    const warned = onDay(52);
    const on = (days: readonly number[], today: number) =>
      stageOn(life(days, { alive: 0.2, warned }), rhythm, onDay(today));
    expect(on([10, 20], 60)).toMatchObject({
      stage: "slipping",
      since: warned,
      previous: "growing",
      reason: { code: "unlikely", alivePercent: 20 },
    });
    expect(on([10, 20, 55], 80).since).toBe(onDay(80));
  });
});

const anyLife = fc
  .uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 12 })
  .map((days) => life(days.toSorted((a, b) => a - b)));

describe("the stages of a life", () => {
  it("change on the day that `since` says, from the stage that `previous` says", () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: 0, max: 1200 }), (each, today) => {
        const now = stageOn(each, rhythm, onDay(today));
        if (now.stage === "prospect") return;
        expect(stageOn(each, rhythm, now.since).stage).toBe(now.stage);
        const dayBefore = stageOn(each, rhythm, addDays(now.since, -1));
        expect(dayBefore.stage).toBe(now.previous);
      }),
      { numRuns: 300 },
    );
  });

  it("stay until the day that `nextChange` says, and change then", () => {
    fc.assert(
      fc.property(anyLife, ({ days, ...rest }) => {
        const lastDay = days.at(-1) ?? null;
        const today = lastDay ?? joined;
        const on = (day: Day) => stageOn({ days, ...rest }, rhythm, day).stage;
        const next = nextChange(on(today), { lastDay, purchaseDays: days.length }, rhythm);
        expect(on(next === null ? addDays(today, 5000) : addDays(next, -1))).toBe(on(today));
        if (next !== null) expect(on(next)).not.toBe(on(today));
      }),
      { numRuns: 300 },
    );
  });

  it("have reasons that are read back as they were written", () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: 0, max: 1200 }), (each, today) => {
        const { reason } = stageOn(each, rhythm, onDay(today));
        expect(stageReasonSchema.parse(JSON.parse(JSON.stringify(reason)))).toEqual(reason);
      }),
    );
  });
});
