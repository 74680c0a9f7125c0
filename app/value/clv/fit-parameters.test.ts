import { describe, expect, it } from "vitest";
import type { Row, Rows } from "./compress.ts";
import { fitParameters, type LikelihoodOf } from "./fit-parameters.ts";

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index): Row => ({ x: index + 1, tx: 0, T: 0, weight: 1 }));

const sumOf = (rows: Rows, part: (row: Row) => number) => [...rows].reduce((sum, row) => sum + part(row), 0);

describe("fitParameters", () => {
  it.each([10, 50_000])("finds the maximum of all of %s rows, not of some of them", (count) => {
    const likelihood: LikelihoodOf =
      (rows) =>
      ([p = 0]) => ({
        value: sumOf(rows, ({ x }) => -((p - x) ** 2) / count ** 2),
        gradient: [sumOf(rows, ({ x }) => (-2 * (p - x)) / count ** 2)],
      });
    const { parameters } = fitParameters(rowsOf(count), likelihood, [[Math.log(count / 3)]]);
    expect((parameters[0] ?? 0) / count).toBeCloseTo((count + 1) / 2 / count, 8);
  });

  it.each([
    ["the better start first", [3, -3]],
    ["the better start last", [-3, 3]],
  ])("takes the highest of several maxima, %s", (_, starts) => {
    // Of ln p, it has its maxima near -2 and 2, the second the higher one.
    const likelihood: LikelihoodOf =
      () =>
      ([p = 1]) => {
        const log = Math.log(p);
        return { value: log / 10 - (log ** 2 - 4) ** 2, gradient: [(0.1 - 4 * log * (log ** 2 - 4)) / p] };
      };
    const { parameters } = fitParameters(
      rowsOf(1),
      likelihood,
      starts.map((start) => [start]),
    );
    expect(Math.log(parameters[0] ?? 0)).toBeCloseTo(2, 1);
  });

  it("ends on a ridge that rises for ever", () => {
    const likelihood: LikelihoodOf =
      () =>
      ([p = 1]) => ({ value: -1 / p, gradient: [1 / p ** 2] });
    const { parameters, logLikelihood } = fitParameters(rowsOf(1), likelihood, [[0]]);
    expect(parameters[0]).toBeGreaterThan(1e4);
    expect(parameters[0]).toBeLessThan(1e6);
    expect(logLikelihood).toBeCloseTo(0, 4);
  });
});
