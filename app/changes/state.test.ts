import { expect, it } from "vitest";
import { changeMayMove, planMayMove, planStatesBefore } from "./state.ts";

it("sends only what was approved", () => {
  expect(planMayMove("draft", "sending")).toBe(false);
  expect(planStatesBefore("sending")).toEqual(["approved"]);
  expect(changeMayMove("draft", "applied")).toBe(false);
});

it("never leaves what is over", () => {
  expect(planMayMove("cancelled", "approved")).toBe(false);
  expect(changeMayMove("applied", "approved")).toBe(false);
});
