import { cutsBy, meanOf, type CutMethod } from "./cut-methods.ts";
import { groupOf, type RfmGroup, type RfmScores } from "./group.ts";
import { rfGroupOf, type RfGroup } from "./rf-group.ts";
import { scoreOf, type Cuts, type ScoreCount } from "./score.ts";
import { valueGroupOf, type ValueGroup } from "./value-group.ts";

/** Days since the last purchase, number of purchases and net spend of a customer who bought. */
export type CustomerFigures = { id: string; recencyDays: number; frequency: number; netMinor: number };

/** What a customer is in each grouping. `cell` is the scores side by side: one of 125, "111" to "555", of five. */
export type Groups = { shopify: RfmGroup; rf: RfGroup; value: ValueGroup; cell: string };

export type ScoredCustomer = { figures: CustomerFigures; scores: RfmScores; groups: Groups };

/** Cuts of each metric, of which more is better: recency as days below zero, money in minor units. */
export type MetricCuts = { recency: Cuts; frequency: Cuts; monetary: Cuts };

export function cutCustomers(
  customers: readonly CustomerFigures[],
  method: CutMethod,
  count: ScoreCount,
): MetricCuts {
  const money = customers.map((each) => each.netMinor);
  const cut = (values: readonly number[]): Cuts => cutsBy(method, values, money, count);
  return {
    recency: cut(customers.map((each) => -each.recencyDays)),
    frequency: cut(customers.map((each) => each.frequency)),
    monetary: cut(money),
  };
}

/**
 * Scores all customers and names their groups. Shopify's groups and the ten of recency and frequency are defined
 * on five scores: `five` are the cuts for them. The eight groups go by the mean, whatever the cuts.
 */
export function scoreCustomers(
  customers: readonly CustomerFigures[],
  cuts: MetricCuts,
  five: MetricCuts,
): ScoredCustomer[] {
  const mean = {
    recencyDays: meanOf(customers.map((each) => each.recencyDays)),
    frequency: meanOf(customers.map((each) => each.frequency)),
    netMinor: meanOf(customers.map((each) => each.netMinor)),
  };
  return customers.map((figures) => {
    const scores = scoresOf(figures, cuts);
    const fifths = scoresOf(figures, five);
    const value = valueGroupOf({
      recency: figures.recencyDays < mean.recencyDays,
      frequency: figures.frequency > mean.frequency,
      monetary: figures.netMinor > mean.netMinor,
    });
    const cell = `${scores.recency}${scores.frequency}${scores.monetary}`;
    return { figures, scores, groups: { shopify: groupOf(fifths), rf: rfGroupOf(fifths), value, cell } };
  });
}

function scoresOf(figures: CustomerFigures, cuts: MetricCuts): RfmScores {
  return {
    recency: scoreOf(cuts.recency, -figures.recencyDays),
    frequency: scoreOf(cuts.frequency, figures.frequency),
    monetary: scoreOf(cuts.monetary, figures.netMinor),
  };
}
