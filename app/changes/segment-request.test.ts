import { expect, it } from "vitest";
import { askedGroups, opposite, segmentRequest, withWish } from "./segment-request.ts";

const nothing = segmentRequest.parse({});

it.each([
  ["a first wish", nothing, "543", true, { make: ["543"], end: [] }],
  [
    "another",
    { make: ["543" as const], end: [] },
    "rf_at_risk",
    true,
    { make: ["543", "rf_at_risk"], end: [] },
  ],
  ["the same again", { make: ["543" as const], end: [] }, "543", true, { make: ["543"], end: [] }],
  ["its opposite", { make: ["543" as const], end: [] }, "543", false, { make: [], end: ["543"] }],
] as const)("takes %s in", (_, request, group, wanted, expected) => {
  expect(withWish({ make: [...request.make], end: [...request.end] }, group, wanted)).toEqual(expected);
});

it("is taken back by its opposite", () => {
  const request = withWish(withWish(nothing, "543", true), "loyal", false);
  expect(opposite(request)).toEqual({ make: ["loyal"], end: ["543"] });
  expect(askedGroups(request)).toEqual(["543", "loyal"]);
});
