import { expect, it } from "vitest";
import { decilesOf } from "./deciles.ts";

it("cuts customers into tenths by what was expected, equal ones together", () => {
  const rows = Array.from({ length: 20 }, (_, index) => ({
    customers: 1,
    expected: 20 - index,
    made: index,
  }));
  const tenths = decilesOf(rows);
  expect(tenths).toHaveLength(10);
  expect(tenths[0]).toEqual({ customers: 2, expected: 1.5, made: 18.5 });
  expect(tenths[9]).toEqual({ customers: 2, expected: 19.5, made: 0.5 });
});

it("leaves parts out that nobody is in", () => {
  const tenths = decilesOf([
    { customers: 90, expected: 0.1, made: 9 },
    { customers: 10, expected: 2, made: 15 },
  ]);
  expect(tenths).toEqual([
    { customers: 90, expected: 0.1, made: 0.1 },
    { customers: 10, expected: 2, made: 1.5 },
  ]);
});
