import { describe, expect, it } from "vitest";
import { decideStanding, decideTags } from "./decide.ts";

const change = { before: { tags: ["tier:silver"] }, after: { tags: ["tier:gold"] } };

describe("decideTags", () => {
  it.each([
    ["as it was", ["tier:silver", "VIP"], "send"],
    ["already as it should be", ["tier:gold", "VIP"], "skip"],
    ["written in another case", ["Tier:Silver"], "send"],
    ["cut off between adding and removing", ["tier:silver", "tier:gold"], "send"],
    ["taken away by somebody", ["VIP"], "drift"],
  ])("when it is %s", (_case, now, decision) => {
    expect(decideTags(change, now)).toBe(decision);
  });
});

describe("decideTags when everything is taken away", () => {
  const removal = { before: { tags: ["rfm:loyal", "tier:gold"] }, after: { tags: [] } };

  it.each([
    ["takes what is left, though staff removed a part", ["tier:gold", "VIP"], "send"],
    ["has nothing to do where nothing is left", ["VIP"], "skip"],
  ])("%s", (_case, now, decision) => {
    expect(decideTags(removal, now)).toBe(decision);
  });
});

describe("decideStanding", () => {
  it.each([
    ["the same but for spaces and order", '{"v":1,"tier":"Gold"}', '{ "tier": "Gold", "v": 1 }', "skip"],
    ["another", '{"v":1}', '{"v":2}', "send"],
    ["not there", '{"v":1}', null, "send"],
    ["gone as wanted", null, null, "skip"],
    ["still there though unwanted", null, '{"v":1}', "send"],
  ])("when the metafield is %s", (_case, after, now, decision) => {
    expect(decideStanding({ after: { value: after } }, now)).toBe(decision);
  });
});
