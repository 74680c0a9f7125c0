import fc from "fast-check";
import { expect, it } from "vitest";
import { groupOf, RFM_GROUPS } from "#app/value/rfm/group.ts";
import { toScore } from "#app/value/rfm/score.ts";
import { gridOf, shadeOf, sharesOf, sumOf, type ScoreCell } from "./rfm-figures.ts";

const score = fc.integer({ min: 1, max: 5 }).map(toScore);
const cells = fc.uniqueArray(
  fc.record({
    recency: score,
    frequency: score,
    monetary: score,
    customers: fc.integer({ min: 1, max: 99 }),
    revenueMinor: fc.nat(9_999),
  }),
  { selector: (cell) => `${cell.recency}${cell.frequency}${cell.monetary}` },
);

it("puts each of the 125 cells into the grid at its recency and its mean, rounded up", () => {
  const cell: ScoreCell = { recency: 4, frequency: 2, monetary: 5, customers: 3, revenueMinor: 900 };
  const grid = gridOf([cell]);
  expect(grid.filter(({ customers }) => customers > 0)).toEqual([
    { recency: 4, mean: 4, group: "loyal", customers: 3, revenueMinor: 900 },
  ]);
  expect([grid[0], grid.at(-1)]).toMatchObject([
    { recency: 5, mean: 1, group: "new" },
    { recency: 1, mean: 5, group: "previously_loyal" },
  ]);
});

it("keeps every customer and penny, in the grid and in the groups alike", () => {
  fc.assert(
    fc.property(cells, (given) => {
      const grid = gridOf(given);
      const groups = sharesOf(RFM_GROUPS, given, groupOf);
      expect(sumOf(grid)).toEqual(sumOf(given));
      for (const { name, customers, revenueMinor } of groups) {
        expect({ customers, revenueMinor }).toEqual(sumOf(grid.filter(({ group }) => group === name)));
      }
    }),
  );
});

it.each([
  [0, 0, 0],
  [5, 0, 1],
  [5, 0.02, 2],
  [5, 0.05, 3],
  [5, 0.1, 4],
])("shades %i customers with %d of the revenue as %i", (customers, share, shade) => {
  expect(shadeOf({ customers, revenueMinor: 0 }, share)).toBe(shade);
});
