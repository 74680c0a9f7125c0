import { describe, expect, it } from "vitest";
import { directionOf } from "./move-direction.ts";

describe("directionOf", () => {
  it.each([
    [null, "silver", "began"],
    ["member", "gold", "rose"],
    ["gold", "silver", "fell"],
    ["diamond", "gold", "moved"],
    ["gold", "diamond", "moved"],
  ] as const)("of a move from %s to %s is %s", (from, to, direction) => {
    expect(directionOf(["member", "silver", "gold"], from, to)).toBe(direction);
  });
});
