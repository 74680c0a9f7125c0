import { expect, it } from "vitest";
import { settingsSchema } from "#app/platform/settings.ts";
import { RFM_GROUPS } from "#app/value/rfm/group.ts";
import { groupOfSubject, groupSegmentChange, groupSubject } from "./group-segment.ts";

const settings = settingsSchema.parse({});
const written = {
  gid: "gid://shopify/Segment/1",
  name: "Laurel: RFM at risk",
  query: "customer_tags CONTAINS 'rfm:at_risk'",
};

it("makes a segment of the customers with the group's tag", () => {
  expect(groupSegmentChange("at_risk", settings, null)).toEqual([
    {
      kind: "segment",
      subject: "rfm:at_risk",
      before: null,
      after: { name: written.name, query: written.query },
      reason: { key: "groupSegment", group: "at_risk" },
    },
  ]);
});

it.each([
  ["leaves one that is right", settings, []],
  [
    "follows another prefix",
    { ...settings, rfmTagPrefix: "grp:" },
    [{ ...written, query: "customer_tags CONTAINS 'grp:at_risk'" }],
  ],
  ["goes with the tags", { ...settings, rfmTags: false }, [null]],
])("%s", (_, now, after) => {
  expect(groupSegmentChange("at_risk", now, written).map((change) => change.after)).toEqual(after);
});

it("makes none where RFM tags are not written", () => {
  expect(groupSegmentChange("at_risk", { ...settings, rfmTags: false }, null)).toEqual([]);
});

it("knows each group by its subject, and no tier", () => {
  expect(RFM_GROUPS.map(groupSubject).map(groupOfSubject)).toEqual(RFM_GROUPS);
  expect(groupOfSubject("champions")).toBeUndefined();
});
