import { describe, expect, it } from "vitest";
import type { TrailRow, UncountedOrder } from "#app/insights/customer.server.ts";
import { orderLines } from "./order-lines.ts";

const purchase = (name: string, day: string, counts: boolean): TrailRow => ({
  orderId: name,
  name,
  day,
  leaves: "2027-01-01",
  grossMinor: 5000,
  refunds: [],
  contributionMinor: counts ? 5000 : 0,
  counts,
});
const cancelled: UncountedOrder = {
  orderId: "#3",
  name: "#3",
  day: "2026-03-01",
  minor: 900,
  reason: "cancelled",
};

describe("orderLines", () => {
  it("puts orders that never counted among the others, the latest first", () => {
    const trail = [purchase("#4", "2026-04-01", true), purchase("#1", "2025-01-01", false)];
    expect(orderLines(trail, [cancelled]).map(({ name, state }) => [name, state])).toEqual([
      ["#4", "counts"],
      ["#3", "cancelled"],
      ["#1", "left"],
    ]);
  });

  it("gives an order that never counted its amount and no contribution", () => {
    expect(orderLines([], [cancelled])).toEqual([
      {
        orderId: "#3",
        name: "#3",
        day: "2026-03-01",
        minor: 900,
        refunds: [],
        contributionMinor: 0,
        state: "cancelled",
      },
    ]);
  });
});
