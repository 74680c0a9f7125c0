import { expect, it } from "vitest";
import { columnsOf } from "./columns.ts";

it("sums what depends on x or on T alone over all rows, and keeps those with so many purchases", () => {
  const rows = [
    { x: 0, tx: 0, T: 40, weight: 5 },
    { x: 2, tx: 30, T: 40, weight: 3 },
    { x: 2, tx: 40, T: 52, weight: 1 },
  ];
  const { times, customersUntil, purchasesUntil, customersOf, x, tx, T, weight } = columnsOf(rows, 1);
  expect([...times]).toEqual([40, 30, 52]);
  expect([...customersUntil]).toEqual([8, 0, 1]);
  expect([...purchasesUntil]).toEqual([6, 0, 2]);
  expect([...customersOf]).toEqual([5, 0, 4]);
  expect([[...x], [...tx], [...T], [...weight]]).toEqual([
    [2, 2],
    [1, 0],
    [0, 2],
    [3, 1],
  ]);
});
