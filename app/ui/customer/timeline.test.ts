import { expect, it } from "vitest";
import type { TrailRow } from "#app/insights/customer.server.ts";
import { timelineOf } from "./timeline.ts";

const order: TrailRow = {
  orderId: "1",
  name: "#1",
  day: "2026-01-05",
  leaves: "2027-01-05",
  grossMinor: 5_000,
  refunds: [{ day: "2026-02-01", minor: 1_000 }],
  contributionMinor: 4_000,
  counts: true,
};
const rise = {
  day: "2026-01-05",
  direction: "rose" as const,
  from: "Member",
  to: "Silver",
  kind: "order" as const,
  orders: ["#1"],
  minor: 5_000,
};
const standing = {
  tier: "Silver",
  rank: 1,
  since: "2026-01-05",
  validUntil: null,
  spendMinor: 4_000,
  progress: null,
  keep: null,
  benefits: [],
  trail: [order],
  months: 12,
};
const test = { orderId: "2", name: "#2", day: "2026-03-01", minor: 700, reason: "test" as const };

it("tells everything that happened, the latest first, within a day the effect above its cause", () => {
  const events = timelineOf({
    standing,
    uncounted: [test],
    moves: [rise],
    groupMoves: [{ day: "2026-01-05", from: "prospects", to: "new" }],
    lifecycle: {
      stage: {
        stage: "slipping",
        since: "2026-06-01",
        previous: "new",
        reason: { code: "silent", lastDay: "2026-01-05", limitDays: 146 },
        nextDay: null,
      },
      due: [],
    },
  });
  expect(events.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    "2026-06-01 stage",
    "2026-03-01 order",
    "2026-02-01 refund",
    "2026-01-05 group",
    "2026-01-05 tier",
    "2026-01-05 order",
  ]);
});

it("is empty where nothing ever happened", () => {
  expect(
    timelineOf({
      standing: null,
      uncounted: [],
      moves: [],
      groupMoves: [],
      lifecycle: { stage: null, due: [] },
    }),
  ).toEqual([]);
});
