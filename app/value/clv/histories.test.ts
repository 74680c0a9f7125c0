import { expect, it } from "vitest";
import { rowsOf, spendsOf } from "./histories.ts";

const histories = {
  repeats: [0, 0, 0, 2],
  recencyDays: [0, 0, 0, 5],
  ageDays: [7, 7, 9, 9],
  repeatMinor: [0, 0, 0, 5_000],
};

it("counts equal histories once", () => {
  const rows = rowsOf(histories);
  expect([...rows]).toEqual([
    { x: 0, tx: 0, T: 7, weight: 2 },
    { x: 0, tx: 0, T: 9, weight: 1 },
    { x: 2, tx: 5, T: 9, weight: 1 },
  ]);
  expect(rows).toHaveLength(3);
});

it("takes amounts in major units, of who bought again", () => {
  expect([...spendsOf(histories, 100)]).toEqual([{ x: 2, mean: 25 }]);
});
