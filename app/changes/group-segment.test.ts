import { expect, it } from "vitest";
import { settingsSchema } from "#app/platform/settings.ts";
import { GROUP_KEYS } from "#app/value/rfm/group-key.ts";
import { groupOfSubject, groupSegmentChange, groupSubject } from "./group-segment.ts";

const settings = settingsSchema.parse({});
const shop = { settings, locale: "en" };
const off = { ...shop, settings: { ...settings, rfmTags: false } };
const written = {
  gid: "gid://shopify/Segment/1",
  name: "Laurel: RFM At risk",
  query: "customer_tags CONTAINS 'rfm:at_risk'",
};

it.each([
  ["at_risk", "en", written.name, "rfm:at_risk"],
  ["at_risk", "zh-TW", "Laurel: RFM 有流失风险", "rfm:at_risk"],
  ["rf_at_risk", "en", "Laurel: RFM At risk (R×F)", "rfm:rf_at_risk"],
  ["一般价值客户", "zh-CN", "Laurel: RFM 一般价值客户", "rfm:一般价值客户"],
  ["r5_fm4", "en", "Laurel: RFM Recency 5, frequency and money 4", "rfm:r5_fm4"],
  ["543", "en", "Laurel: RFM Cell 543", "rfm:543"],
] as const)("makes a segment of the customers with the tag of %s (%s)", (group, locale, name, tag) => {
  expect(groupSegmentChange(group, { settings, locale }, null, true)).toEqual([
    {
      kind: "segment",
      subject: `rfm:${group}`,
      before: null,
      after: { name, query: `customer_tags CONTAINS '${tag}'` },
      reason: { key: "groupSegment", group },
    },
  ]);
});

it.each([
  ["leaves one that is right", shop, true, []],
  [
    "follows another prefix",
    { ...shop, settings: { ...settings, rfmTagPrefix: "grp:" } },
    true,
    [[{ ...written, query: "customer_tags CONTAINS 'grp:at_risk'" }, "groupSegment"]],
  ],
  [
    "follows the shop's language",
    { ...shop, locale: "zh-CN" },
    true,
    [[{ ...written, name: "Laurel: RFM 有流失风险" }, "groupSegment"]],
  ],
  ["goes with the tags", off, true, [[null, "groupSegmentEnded"]]],
  ["goes when a person says so", shop, false, [[null, "groupSegmentRemoved"]]],
])("%s", (_, now, wanted, after) => {
  const changes = groupSegmentChange("at_risk", now, written, wanted);
  expect(changes.map((change) => [change.after, change.reason.key])).toEqual(after);
});

it("makes none where RFM tags are not written, and takes none away where there is none", () => {
  expect(groupSegmentChange("at_risk", off, null, true)).toEqual([]);
  expect(groupSegmentChange("at_risk", shop, null, false)).toEqual([]);
});

it("knows each group by its subject, and no tier", () => {
  expect(GROUP_KEYS.map(groupSubject).map(groupOfSubject)).toEqual(GROUP_KEYS);
  expect(groupOfSubject("champions")).toBeUndefined();
});
