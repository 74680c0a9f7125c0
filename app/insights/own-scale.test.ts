import { expect, it } from "vitest";
import { schemeSchema } from "#app/platform/score-scheme.ts";
import { ownScale } from "./own-scale.ts";

const three = ["recency", "frequency", "monetary"];

it.each([
  ["the usual scheme", {}, null],
  ["four parts", { scores: 4 }, { metrics: three, scores: [4, 3, 2, 1] }],
  ["above the mean or not", { method: "mean", scores: 3 }, { metrics: three, scores: [3, 1] }],
  ["money left out", { monetary: null }, { metrics: ["recency", "frequency"], scores: [5, 4, 3, 2, 1] }],
])("of %s", (_, scheme, expected) => {
  expect(ownScale(schemeSchema.parse(scheme))).toEqual(expected);
});
