import { describe, expect, it } from "vitest";
import { compress } from "./compress.ts";

describe("compress", () => {
  it("counts equal histories once, in units of time, and remembers whose they are", () => {
    const once = { frequency: 1, recencyDays: 7, ageDays: 21 };
    const twice = { frequency: 2, recencyDays: 7, ageDays: 21 };
    const { rows, rowOf } = compress([once, twice, once, { ...once, ageDays: 28 }], 7);
    expect(rows).toEqual([
      { x: 1, tx: 1, T: 3, weight: 2 },
      { x: 2, tx: 1, T: 3, weight: 1 },
      { x: 1, tx: 1, T: 4, weight: 1 },
    ]);
    expect([...rowOf]).toEqual([0, 1, 0, 2]);
  });
});
