import { describe, expect, it } from "vitest";
import { timeLeft } from "./time-left.ts";

describe("timeLeft", () => {
  it.each([
    { what: "half done", work: { done: 50, total: 100, elapsedMs: 8000 }, left: 8000 },
    { what: "nearly done", work: { done: 90, total: 100, elapsedMs: 9000 }, left: 1000 },
    { what: "done", work: { done: 100, total: 100, elapsedMs: 9000 }, left: 0 },
    { what: "more than was expected", work: { done: 120, total: 100, elapsedMs: 9000 }, left: 0 },
    { what: "hardly begun", work: { done: 1, total: 100, elapsedMs: 9000 }, left: null },
    { what: "nothing to do", work: { done: 0, total: 0, elapsedMs: 10 }, left: null },
  ])("is $left ms when $what", ({ work, left }) => {
    expect(timeLeft(work)).toBe(left);
  });
});
