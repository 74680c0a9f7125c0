import { expect, it } from "vitest";
import { naively } from "./naive-rules.ts";

const histories = {
  repeats: [0, 3, 1],
  recencyDays: [0, 20, 10],
  ageDays: [0, 30, 50],
  repeatMinor: [0, 0, 0],
  made: [0, 0, 0],
  madeMinor: [0, 0, 0],
  madeBefore: [1, 2, 0],
};

it.each([
  ["same_rate", [0, 1, 0.2]],
  ["same_count", [1, 2, 0]],
  ["everybody_alike", [0.5, 0.5, 0.5]],
] as const)("%s, ten days ahead", (rule, expected) => {
  expect([...naively(rule, histories, 10)]).toEqual(expected);
});
