import type { Row, Rows } from "./compress.ts";

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

export function customersOf(rows: Rows): number {
  let customers = 0;
  for (const { weight } of rows) customers += weight;
  return customers;
}

/** The time in which customers make one repeat purchase, on average. */
export function meanGap(rows: Rows): number {
  let [time, purchases] = [0, 0];
  for (const { x, T, weight } of rows) {
    time += weight * T;
    purchases += weight * x;
  }
  return time / purchases;
}
