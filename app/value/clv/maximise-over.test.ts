import { expect, it } from "vitest";
import type { Row } from "./compress.ts";
import { maximiseOver } from "./maximise-over.ts";

it.each([10, 50_000])("finds the maximum of all of %s rows, not of some of them", (count) => {
  const rows = Array.from({ length: count }, (_, x): Row => ({ x, tx: 0, T: 0, weight: 1 }));
  const objectiveOf = (some: readonly Row[]) => {
    const mean = some.reduce((sum, { x }) => sum + x, 0) / some.length / count;
    return ([at = 0]: readonly number[]) => ({ value: -((at - mean) ** 2), gradient: [2 * (mean - at)] });
  };
  expect(maximiseOver(rows, objectiveOf, [3]).at[0]).toBeCloseTo((count - 1) / 2 / count, 10);
});
