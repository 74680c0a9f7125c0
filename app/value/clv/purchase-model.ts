import type { Row } from "./compress.ts";

export const MODEL_NAMES = ["bgnbd", "mbgnbd", "paretonbd", "nbd"] as const;

export type ModelName = (typeof MODEL_NAMES)[number];

export type Known = Omit<Row, "weight">;

/** A model of when customers buy: what it says of a customer with a known history, and of a new one. */
export type ForecastModel = {
  model: ModelName;
  parameters: Readonly<Record<string, number>>;
  alive: (known: Known) => number;
  /** Purchases in the next t units; of a new customer where x, tx and T are 0. */
  expected: (known: Known, t: number) => number;
  /**
   * The chances of at least 1, 2, … purchases in the next t units, until they are as good as none; the last of
   * `most` stands for all beyond it too.
   */
  atLeast: (known: Known, t: number, most: number) => number[];
};

/** A model fitted to a shop's history. */
export type PurchaseModel = ForecastModel & { logLikelihood: number };

export function customersOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { weight }) => sum + weight, 0);
}

/** The time in which customers make one repeat purchase, on average. */
export function meanGap(rows: readonly Row[]): number {
  const [time, purchases] = rows.reduce<[number, number]>(
    ([sumT, sumX], { x, T, weight }) => [sumT + weight * T, sumX + weight * x],
    [0, 0],
  );
  return time / purchases;
}
