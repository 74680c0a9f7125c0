import { describe, expect, it } from "vitest";
import { guideSteps } from "./guide-steps.ts";

const counts = {
  products: { done: 0, total: null },
  customers: { done: 0, total: null },
  orders: { done: 0, total: null },
};
const history = (state: "reading" | "done") =>
  ({
    id: 1,
    state,
    phase: "orders",
    counts,
    millisecondsLeft: null,
    ordersSince: null,
    error: null,
  }) as const;

const base = {
  import: history("done"),
  policyInForce: false,
  live: false,
  openPlan: null,
  block: "missing",
} as const;

describe("guideSteps", () => {
  it.each([
    [
      "reading the history",
      { ...base, import: history("reading") },
      ["", "wait", "wait", "missing"],
      ["block"],
    ],
    ["the history is read", base, ["", "todo", "wait", "missing"], ["ladder", "block"]],
    [
      "a ladder is published",
      { ...base, policyInForce: true },
      ["", "done", "todo", "missing"],
      ["changes", "block"],
    ],
    [
      "the first plan is being written",
      { ...base, policyInForce: true, live: true, openPlan: { id: 1, state: "sending" } },
      ["", "done", "running", "missing"],
      ["changes", "block"],
    ],
    [
      "everything is done",
      { ...base, policyInForce: true, live: true, block: "placed" } as const,
      ["", "done", "done", "placed"],
      [],
    ],
  ])("says what is open when %s", (_case, state, texts, open) => {
    const steps = guideSteps(state);
    expect(steps.map((step) => step.text)).toEqual(texts);
    expect(steps.filter((step) => step.open).map((step) => step.key)).toEqual(open);
  });
});
