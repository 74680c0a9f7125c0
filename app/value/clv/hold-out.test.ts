import { expect, it } from "vitest";
import { heldOutDays } from "./hold-out.ts";

it.each([
  ["less than 24 weeks: nothing", 167, 0],
  ["24 weeks: eight", 168, 56],
  ["whole weeks only", 174, 56],
  ["CDNOW's 78 weeks: 26", 546, 182],
  ["three years: one", 1092, 364],
  ["ten years: never more than one", 3650, 364],
])("%s", (_, history, days) => expect(heldOutDays(history)).toBe(days));
