import { expect, it } from "vitest";
import { rowsOf, spendsOf } from "./histories.ts";

const histories = {
  repeats: [0, 0, 0, 2],
  recencyDays: [0, 0, 0, 5],
  ageDays: [7, 7, 9, 9],
  repeatMinor: [0, 0, 0, 5_000],
};

it("counts equal histories once and knows whose they are", () => {
  expect(rowsOf(histories)).toEqual({
    rows: [
      { x: 0, tx: 0, T: 7, weight: 2 },
      { x: 0, tx: 0, T: 9, weight: 1 },
      { x: 2, tx: 5, T: 9, weight: 1 },
    ],
    spans: [
      { from: 0, until: 2 },
      { from: 2, until: 3 },
      { from: 3, until: 4 },
    ],
  });
});

it("takes amounts in major units, of who bought again", () => {
  expect(spendsOf(histories, 100)).toEqual([{ frequency: 2, meanAmount: 25 }]);
});
