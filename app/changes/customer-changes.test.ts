import { describe, expect, it } from "vitest";
import { customerChanges, type CustomerState, type GroupTag } from "./customer-changes.ts";

const known = ["tier:member", "tier:silver", "tier:gold", "rfm:new", "rfm:loyal"];
const settled: CustomerState = {
  gid: "gid://shopify/Customer/1",
  tags: ["tier:silver", "rfm:new", "VIP"],
  written: { tags: ["rfm:new", "tier:silver"], standing: '{"v":1}' },
  desired: { tierTag: "tier:silver", groupTags: [{ group: "new", tag: "rfm:new" }], standing: '{"v":1}' },
  tier: "Silver",
  spendMinor: 24_240,
};
const cell: GroupTag = { group: "511", tag: "rfm:511" };

describe("customerChanges", () => {
  it("is nothing where Shopify has what it should", () => {
    expect(customerChanges(settled, known)).toEqual([]);
  });

  it.each<[string, Partial<CustomerState>, string[], string[], string]>([
    [
      "a rise",
      { desired: { ...settled.desired, tierTag: "tier:gold" } },
      ["rfm:new", "tier:silver"],
      ["rfm:new", "tier:gold"],
      "tierReached",
    ],
    [
      "a new group",
      { desired: { ...settled.desired, groupTags: [{ group: "loyal", tag: "rfm:loyal" }] } },
      ["rfm:new", "tier:silver"],
      ["rfm:loyal", "tier:silver"],
      "groupChanged",
    ],
    [
      "RFM tags switched off",
      { desired: { ...settled.desired, groupTags: [] } },
      ["rfm:new", "tier:silver"],
      ["tier:silver"],
      "tagsCleaned",
    ],
    [
      "a segment of a cell that she is in",
      { desired: { ...settled.desired, groupTags: [...settled.desired.groupTags, cell] } },
      ["rfm:new", "tier:silver"],
      ["rfm:511", "rfm:new", "tier:silver"],
      "groupChanged",
    ],
    [
      "the end of that segment",
      {
        tags: ["tier:silver", "rfm:new", "rfm:511", "VIP"],
        written: { ...settled.written, tags: ["rfm:511", "rfm:new", "tier:silver"] },
      },
      ["rfm:511", "rfm:new", "tier:silver"],
      ["rfm:new", "tier:silver"],
      "tagsCleaned",
    ],
    [
      "a tag that staff removed",
      { tags: ["rfm:new"] },
      ["rfm:new"],
      ["rfm:new", "tier:silver"],
      "tierReached",
    ],
  ])("after %s leaves strangers' tags alone", (_case, patch, before, after, reason) => {
    expect(customerChanges({ ...settled, ...patch }, known)).toMatchObject([
      { kind: "customer.tags", before: { tags: before }, after: { tags: after }, reason: { key: reason } },
    ]);
  });

  it("rewrites the standing where it differs", () => {
    const state = { ...settled, desired: { ...settled.desired, standing: '{"v":1,"x":2}' } };
    expect(customerChanges(state, known)).toMatchObject([
      { kind: "customer.standing", before: { value: '{"v":1}' }, after: { value: '{"v":1,"x":2}' } },
    ]);
  });
});
