import { expect, it } from "vitest";
import { awayShare, shareOf, type StageRow } from "./stage-figures.ts";

const row = (stage: StageRow["stage"], customers: number): StageRow => ({
  stage,
  customers,
  minor: 0,
  change: null,
});

it("takes shares of all customers, and those away of who ever bought", () => {
  const stages = [row("prospect", 50), row("new", 20), row("slipping", 10), row("lapsed", 20)];
  expect(stages.map((each) => shareOf(each, stages))).toEqual([0.5, 0.2, 0.1, 0.2]);
  expect(awayShare(stages)).toBe(0.6);
});

it("has shares of nobody, too", () => {
  const stages = [row("prospect", 0)];
  expect(shareOf(row("prospect", 0), stages)).toBe(0);
  expect(awayShare(stages)).toBeNull();
});
